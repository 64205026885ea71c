// Command semver answers lines of a constraint, a tab and a version: whether Helm's library takes the one for the other.
package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"

	"github.com/Masterminds/semver/v3"
)

func main() {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		fmt.Println(answer(strings.SplitN(lines.Text(), "\t", 2)))
	}
}

func answer(parts []string) string {
	constraint, err := semver.NewConstraint(parts[0])
	if err != nil {
		return "no constraint"
	}
	version, err := semver.StrictNewVersion(parts[1])
	if err != nil {
		return "no version"
	}
	return fmt.Sprint(constraint.Check(version))
}
