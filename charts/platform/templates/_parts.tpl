{{/* Every definition takes a dict: root, name (rabbitmq, sqlserver) and, where it needs them, part (the values of that name). */}}
{{- define "part.selector" -}}
app.kubernetes.io/name: {{ .name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end }}

{{- define "part.labels" -}}
{{ include "part.selector" . }}
app.kubernetes.io/component: {{ ternary "broker" "database" (eq .name "rabbitmq") }}
{{ include "platform.release" .root }}
{{- end }}

{{- define "platform.release" -}}
app.kubernetes.io/part-of: ansinh
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end }}

{{- define "part.image" -}}
{{- $image := .part.image -}}
{{- $name := ternary (printf "%s/%s" $image.registry $image.repository) $image.repository (ne $image.registry "") -}}
{{- if $image.digest -}}
{{ $name }}@{{ $image.digest }}
{{- else -}}
{{ $name }}:{{ required (printf "%s.image.tag or .digest: which version?" .name) $image.tag }}
{{- end -}}
{{- end }}

{{- define "part.pullSecrets" -}}
{{- with .part.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- end }}

{{- define "part.podSecurity" -}}
runAsNonRoot: true
runAsUser: {{ .part.userId }}
runAsGroup: {{ .part.userId }}
fsGroup: {{ .part.userId }}
fsGroupChangePolicy: OnRootMismatch
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "part.containerSecurity" -}}
allowPrivilegeEscalation: false
privileged: false
readOnlyRootFilesystem: true
runAsNonRoot: true
runAsUser: {{ .part.userId }}
{{- end }}

{{/* A volume that outlives the pod, or on request one that does not. */}}
{{- define "part.claims" -}}
{{- if not .part.storage.ephemeral }}
persistentVolumeClaimRetentionPolicy:
  whenDeleted: Retain
  whenScaled: Retain
volumeClaimTemplates:
  - metadata:
      name: data
      labels:
        {{- include "part.selector" . | nindent 8 }}
    spec:
      accessModes: [ReadWriteOnce]
      {{- with .part.storage.className }}
      storageClassName: {{ . }}
      {{- end }}
      resources:
        requests:
          storage: {{ .part.storage.size }}
{{- end }}
{{- end }}

{{- define "part.ephemeral" -}}
{{- if .part.storage.ephemeral }}
- name: data
  emptyDir:
    sizeLimit: {{ .part.storage.size }}
{{- end }}
{{- end }}

{{- define "part.account" -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  name: {{ .name }}
  namespace: {{ .root.Release.Namespace }}
  labels:
    {{- include "part.labels" . | nindent 4 }}
automountServiceAccountToken: false
{{- end }}

{{/* A name in this namespace for what runs elsewhere: the services' values stay the same. */}}
{{- define "part.external" -}}
apiVersion: v1
kind: Service
metadata:
  name: {{ .name }}
  namespace: {{ .root.Release.Namespace }}
  labels:
    {{- include "part.labels" . | nindent 4 }}
spec:
  type: ExternalName
  externalName: {{ required (printf "%s: enabled, or the externalHost of one that runs elsewhere" .name) .part.externalHost }}
{{- end }}

{{/* All services of the platform and nobody else; besides: port. */}}
{{- define "part.callers" -}}
- from:
    - podSelector:
        matchLabels:
          app.kubernetes.io/part-of: ansinh
          app.kubernetes.io/component: service
    {{- with .part.operators }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  ports:
    - { protocol: TCP, port: {{ .port }} }
{{- end }}
