{{/* Settings of the serving process. Secrets are named here and never held. */}}
{{- define "service.environment" -}}
- name: Hosting__ListenAny
  value: "true"
- name: DataDirectory
  value: /data
- name: Database__Provider
  value: SqlServer
- name: ConnectionStrings__{{ .Values.name }}
  valueFrom:
    secretKeyRef:
      name: {{ required "database.secretName: the secret with the connection string of the serving login" .Values.database.secretName }}
      key: {{ .Values.database.key }}
- name: Bus__Transport
  value: RabbitMq
- name: Bus__RabbitMq__Host
  value: {{ .Values.broker.host | quote }}
- name: Bus__RabbitMq__Port
  value: {{ .Values.broker.port | quote }}
- name: Bus__RabbitMq__VirtualHost
  value: {{ .Values.broker.virtualHost | quote }}
- name: Bus__RabbitMq__User
  valueFrom:
    secretKeyRef:
      name: {{ .Values.broker.secretName }}
      key: {{ .Values.broker.usernameKey }}
- name: Bus__RabbitMq__PasswordFile
  value: /etc/ansinh/secrets/broker-password
{{- if .Values.identity.personKey.secretName }}
- name: Identity__PersonKeyFile
  value: /etc/ansinh/secrets/person-key.json
{{- end }}
{{- if .Values.identity.fieldKey.secretName }}
- name: Identity__FieldKeyFile
  value: /etc/ansinh/secrets/field-key.json
{{- end }}
{{ include "service.authentication" . }}
{{- range .Values.feeds }}
- name: Feeds__{{ . }}
  value: dns:///{{ . }}:5080
{{- end }}
{{- if .Values.tls.secretName }}
# Through ..data, which the kubelet exchanges when a certificate is renewed.
- name: Hosting__Certificate__Path
  value: /etc/ansinh/tls/..data/tls.crt
- name: Hosting__Certificate__KeyPath
  value: /etc/ansinh/tls/..data/tls.key
- name: SSL_CERT_DIR
  value: /etc/ssl/certs:/etc/ansinh/trust
{{- if ne .Values.tls.clientCertificates "None" }}
- name: Hosting__ClientCertificates__Mode
  value: {{ .Values.tls.clientCertificates }}
- name: Hosting__ClientCertificates__Authorities
  value: /etc/ansinh/trust/..data/ca.crt
- name: Grpc__Certificate__Path
  value: /etc/ansinh/tls/..data/tls.crt
- name: Grpc__Certificate__KeyPath
  value: /etc/ansinh/tls/..data/tls.key
- name: Grpc__Authorities
  value: /etc/ansinh/trust/..data/ca.crt
{{- end }}
{{- else if ne .Values.tls.clientCertificates "None" }}
{{- fail "tls.clientCertificates: callers are asked for certificates over TLS only, which needs tls.secretName" }}
{{- else }}
- name: Grpc__AllowInsecure
  value: "true"
{{- end }}
{{- if .Values.telemetry.endpoint }}
- name: Telemetry__Otlp__Endpoint
  value: {{ .Values.telemetry.endpoint | quote }}
- name: Telemetry__Otlp__Protocol
  value: {{ .Values.telemetry.protocol }}
- name: Telemetry__ServiceName
  value: {{ .Values.name }}
{{- end }}
{{- range $key, $value := .Values.settings }}
- name: {{ $key }}
  value: {{ $value | quote }}
{{- end }}
{{- end }}

{{- define "service.authentication" -}}
{{- $authority := .Values.authentication.authority -}}
{{- $development := .Values.authentication.developmentKey.secretName -}}
{{- if and $authority $development }}
{{- fail "authentication: an authority and a developmentKey exclude each other" }}
{{- else if $authority -}}
- name: Authentication__Authority
  value: {{ $authority | quote }}
- name: Authentication__Audience
  value: {{ .Values.authentication.audience | quote }}
- name: Authentication__ClientId
  value: {{ required "authentication.clientId: the client under which this service calls others" .Values.authentication.clientId | quote }}
- name: Authentication__ClientSecretFile
  value: /etc/ansinh/secrets/client-secret
{{- else if $development -}}
- name: Authentication__Development
  value: "true"
- name: Authentication__ClientId
  value: {{ .Values.authentication.clientId | default .Values.name | quote }}
{{- else }}
{{- fail "authentication.authority: the address of the identity provider (on a test cluster authentication.developmentKey.secretName instead)" }}
{{- end }}
{{- end }}
