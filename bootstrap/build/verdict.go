package build

import (
	"fmt"
	"strings"

	"github.com/serpent-os/wildebeest/bootstrap/chroot"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
)

// verdict says what is wrong with a build that has ended, or "". command is what
// ended its script, as far as that is known.
func verdict(result chroot.Result, command *recipe.Failure, log string) string {
	var why []string
	switch {
	case result.Status != 0 && command != nil:
		why = append(why, fmt.Sprintf("the build ended with status %d in %v", result.Status, command))
	case result.Status != 0:
		why = append(why, fmt.Sprintf("the build ended with status %d", result.Status))
	}
	if len(result.Leftover) > 0 {
		why = append(why, "the build left processes running: "+strings.Join(result.Leftover, "; "))
	}
	if len(result.Network) > 0 {
		why = append(why, "the build tried to use the network, which builds do not have: "+strings.Join(result.Network, "; "))
	}
	// Only a hint: the text may come from anything. A build that ended well has all
	// it needs, and nothing was written; to be told of each call that writes costs a
	// busy machine more than the build itself.
	if line := refusedWrite(log); line != "" && result.Status != 0 {
		why = append(why, fmt.Sprintf("perhaps the build tried to write elsewhere than below its own directory, %%(installroot) and /tmp; the log says: %s", line))
	}
	return strings.Join(why, "\n")
}
