{{- define "bench.selector" -}}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/name: {{ .name }}
{{- end -}}
{{- define "bench.labels" -}}
{{ include "bench.selector" . }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
app.kubernetes.io/version: {{ .app | quote }}
helm.sh/chart: {{ printf "%s-%s" .name .version | replace "+" "_" }}
{{- end -}}
{{- define "bench.fullname" -}}
{{ printf "%s-%s" .root.Release.Name .name | trunc 63 | trimSuffix "-" }}
{{- end -}}
