//go:build tools

// Package tools names the command that the tests' cluster is built from.
package tools

import _ "github.com/fluxcd/kustomize-controller"
