//go:build tools

// Package tools names the command that the tests' cluster is built from.
package tools

import _ "sigs.k8s.io/kwok/cmd/kwok"
