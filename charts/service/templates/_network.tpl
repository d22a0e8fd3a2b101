{{- define "network.dns" -}}
- to:
    {{- toYaml .Values.network.dns.to | nindent 4 }}
  ports:
    - { protocol: UDP, port: 53 }
    - { protocol: TCP, port: 53 }
{{- end }}

{{- define "network.database" -}}
- to:
    {{- toYaml .Values.network.database.to | nindent 4 }}
  ports:
    - { protocol: TCP, port: {{ .Values.network.database.port }} }
{{- end }}

{{/* Pods of another service in this namespace; never those of its migration. */}}
{{- define "network.pods" -}}
- podSelector:
    matchLabels:
      app.kubernetes.io/part-of: ansinh
      app.kubernetes.io/component: service
      app.kubernetes.io/name: {{ . }}
{{- end }}
