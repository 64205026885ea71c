{{- define "webank-userapp.name" -}}
{{- default $.Chart.Name $.Values.nameOverride | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{- define "webank-userapp.fullname" -}}
{{- $name := default $.Chart.Name $.Values.nameOverride -}}
{{- if $.Values.fullnameOverride -}}
{{- $.Values.fullnameOverride | trunc 63 | trimSuffix "-" -}}
{{- else if and true (contains $name $.Release.Name) -}}
{{- $.Release.Name | trunc 63 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" $.Release.Name $name | trunc 63 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{- define "webank-userapp.namespace" -}}
{{- default $.Release.Namespace $.Values.namespaceOverride -}}
{{- end -}}

{{- define "webank-userapp.image" -}}
{{- with $.Values.image.registry -}}{{- . -}}/{{- end -}}
{{- $.Values.image.repository -}}
{{- if $.Values.image.digest -}}@{{- $.Values.image.digest -}}
{{- else -}}:{{- $.Values.image.tag -}}{{- end -}}
{{- end -}}
