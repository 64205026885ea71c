//go:build tools

// Package tools names the command that the tests' cluster is built from.
package tools

import _ "go.etcd.io/etcd/server/v3"
