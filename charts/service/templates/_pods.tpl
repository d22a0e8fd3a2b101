{{/* Pod Security "restricted", and a numeric user so that the kubelet can tell that it is not root. */}}
{{- define "service.podSecurity" -}}
runAsNonRoot: true
runAsUser: {{ .Values.userId }}
runAsGroup: {{ .Values.userId }}
fsGroup: {{ .Values.userId }}
fsGroupChangePolicy: OnRootMismatch
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "service.containerSecurity" -}}
allowPrivilegeEscalation: false
privileged: false
readOnlyRootFilesystem: true
runAsNonRoot: true
runAsUser: {{ .Values.userId }}
capabilities:
  drop: [ALL]
{{- end }}

{{- define "service.pullSecrets" -}}
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- end }}

{{- define "service.scratch" -}}
- name: data
  emptyDir:
    sizeLimit: {{ .Values.scratch.dataSize }}
- name: temporary
  emptyDir:
    sizeLimit: {{ .Values.scratch.temporarySize }}
{{- end }}

{{- define "service.scratchMounts" -}}
- name: data
  mountPath: /data
- name: temporary
  mountPath: /tmp
{{- end }}
