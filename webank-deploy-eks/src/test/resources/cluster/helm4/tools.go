//go:build tools

// Package tools names the command that charts are tried with.
package tools

import _ "helm.sh/helm/v4/cmd/helm"
