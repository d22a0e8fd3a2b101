{{/* Files that the process reads: one volume of the keys that it needs, from the secrets that hold them. 288 is 0440: the group is the process's own. */}}
{{- define "service.secretVolumes" -}}
- name: secrets
  projected:
    defaultMode: 288
    sources:
      - secret:
          name: {{ .Values.broker.secretName }}
          items:
            - key: {{ .Values.broker.passwordKey }}
              path: broker-password
      {{- with .Values.identity.personKey }}
      {{- if .secretName }}
      - secret:
          name: {{ .secretName }}
          items:
            - key: {{ .key }}
              path: person-key.json
      {{- end }}
      {{- end }}
      {{- with .Values.identity.fieldKey }}
      {{- if .secretName }}
      - secret:
          name: {{ .secretName }}
          items:
            - key: {{ .key }}
              path: field-key.json
      {{- end }}
      {{- end }}
      {{- if .Values.authentication.authority }}
      - secret:
          name: {{ required "authentication.clientSecret.secretName: the secret of the client" .Values.authentication.clientSecret.secretName }}
          items:
            - key: {{ .Values.authentication.clientSecret.key }}
              path: client-secret
      {{- end }}
{{- if .Values.authentication.developmentKey.secretName }}
- name: development-key
  secret:
    secretName: {{ .Values.authentication.developmentKey.secretName }}
    defaultMode: 288
    items:
      - key: {{ .Values.authentication.developmentKey.key }}
        path: dev-issuer.json
{{- end }}
{{- if .Values.tls.secretName }}
- name: tls
  secret:
    secretName: {{ .Values.tls.secretName }}
    defaultMode: 288
    items:
      - { key: tls.crt, path: tls.crt }
      - { key: tls.key, path: tls.key }
- name: trust
  secret:
    secretName: {{ .Values.tls.secretName }}
    defaultMode: 288
    items:
      - { key: ca.crt, path: ca.crt }
{{- end }}
{{- end }}

{{/* Whole folders, never single files: a renewed certificate then arrives in the running pod. */}}
{{- define "service.secretMounts" -}}
- name: secrets
  mountPath: /etc/ansinh/secrets
  readOnly: true
{{- if .Values.authentication.developmentKey.secretName }}
- name: development-key
  mountPath: /data/keys
  readOnly: true
{{- end }}
{{- if .Values.tls.secretName }}
- name: tls
  mountPath: /etc/ansinh/tls
  readOnly: true
- name: trust
  mountPath: /etc/ansinh/trust
  readOnly: true
{{- end }}
{{- end }}
