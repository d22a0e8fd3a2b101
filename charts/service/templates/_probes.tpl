{{/*
Readiness and start ask grpc.health.v1: database reachable, schema there, not draining. Liveness asks only whether the process answers: a database
that is away must not restart every pod. The kubelet's grpc probe speaks no TLS; with a certificate the same answers come from the web port.
*/}}
{{- define "service.ready" -}}
{{- if .Values.tls.secretName -}}
httpGet:
  path: /healthz/ready
  port: web
{{- else -}}
grpc:
  port: 5080
{{- end }}
{{- end }}

{{- define "service.probes" -}}
startupProbe:
  {{- include "service.ready" . | nindent 2 }}
  periodSeconds: 3
  timeoutSeconds: 5
  failureThreshold: 60
readinessProbe:
  {{- include "service.ready" . | nindent 2 }}
  periodSeconds: 5
  timeoutSeconds: 5
  failureThreshold: 2
livenessProbe:
  httpGet:
    path: /healthz/live
    port: web
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 6
{{- end }}
