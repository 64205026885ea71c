{{- define "webank.fullname" -}}
{{- $name := default $.Chart.Name $.Values.nameOverride -}}
{{- if $.Values.fullnameOverride -}}
{{- $.Values.fullnameOverride | trunc 63 | trimSuffix "-" -}}
{{- else if contains $name $.Release.Name -}}
{{- $.Release.Name | trunc 63 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" $.Release.Name $name | trunc 63 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{- define "webank.tags" -}}
{{- $tags := list -}}
{{- range $key, $value := $.Values.ingress.tags }}{{- $tags = append $tags (printf "%s=%s" $key $value) }}{{- end -}}
{{- join "," $tags -}}
{{- end -}}

{{- define "webank.name" -}}
{{- default $.Chart.Name $.Values.nameOverride | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{- define "webank.fullname.userapp" -}}
{{- if (index $.Values "userapp").enabled -}}
{{- include "webank-userapp.fullname" (dict "Chart" (dict "Name" "userapp") "Release" $.Release "Values" (index $.Values "userapp")) -}}
{{- end -}}
{{- end -}}

{{- define "webank.name.userapp" -}}
{{- if (index $.Values "userapp").enabled -}}
{{- include "webank-userapp.name" (dict "Chart" (dict "Name" "userapp") "Release" $.Release "Values" (index $.Values "userapp")) -}}
{{- end -}}
{{- end -}}

{{- define "webank.fullname.obs" -}}
{{- if (index $.Values "obs").enabled -}}
{{- include "webank-obs.fullname" (dict "Chart" (dict "Name" "obs") "Release" $.Release "Values" (index $.Values "obs")) -}}
{{- end -}}
{{- end -}}

{{- define "webank.name.obs" -}}
{{- if (index $.Values "obs").enabled -}}
{{- include "webank-obs.name" (dict "Chart" (dict "Name" "obs") "Release" $.Release "Values" (index $.Values "obs")) -}}
{{- end -}}
{{- end -}}

{{- define "webank.fullname.prs" -}}
{{- if (index $.Values "prs").enabled -}}
{{- include "webank-prs.fullname" (dict "Chart" (dict "Name" "prs") "Release" $.Release "Values" (index $.Values "prs")) -}}
{{- end -}}
{{- end -}}

{{- define "webank.name.prs" -}}
{{- if (index $.Values "prs").enabled -}}
{{- include "webank-prs.name" (dict "Chart" (dict "Name" "prs") "Release" $.Release "Values" (index $.Values "prs")) -}}
{{- end -}}
{{- end -}}

