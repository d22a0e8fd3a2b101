{{- define "service.name" -}}
{{ required "name: which service is it? Install with -f charts/values/<service>.yaml" .Values.name }}
{{- end }}

{{/* What a selector matches: it never changes, and never matches the pods of a migration. */}}
{{- define "service.selector" -}}
app.kubernetes.io/name: {{ include "service.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/component: service
{{- end }}

{{- define "service.labels" -}}
{{ include "service.selector" . }}
{{ include "service.release" . }}
{{- end }}

{{- define "migration.selector" -}}
app.kubernetes.io/name: {{ include "service.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/component: migration
{{- end }}

{{- define "migration.labels" -}}
{{ include "migration.selector" . }}
{{ include "service.release" . }}
{{- end }}

{{- define "service.release" -}}
app.kubernetes.io/part-of: ansinh
app.kubernetes.io/version: {{ .Values.image.tag | default .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end }}

{{- define "service.image" -}}
{{- $repository := required "image.repository: which image? For example ansinh/employment" .Values.image.repository -}}
{{- $name := ternary (printf "%s/%s" .Values.image.registry $repository) $repository (ne .Values.image.registry "") -}}
{{- if .Values.image.digest -}}
{{ $name }}@{{ .Values.image.digest }}
{{- else -}}
{{ $name }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end -}}
{{- end }}
