package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
)

// networkx reads a graph and says how large it is, that it is directed, and how many edges have the numbers of each side and of hearsay.
const networkx = `
import sys, networkx
graph = networkx.read_gexf(sys.argv[1])
sides = sum(all(isinstance(edge.get(side), int) for side in ("cooperative", "neutral", "conflictual", "hearsay")) for _, _, edge in graph.edges(data=True))
print(len(graph), graph.size(), graph.is_directed(), sides, all(node.get("label") for _, node in graph.nodes(data=True)))
`

// readByNetworkx says what networkx makes of a graph. In CI it has to be there.
func readByNetworkx(t *testing.T, text []byte) (string, error) {
	t.Helper()
	pythons := []string{"python3", "/usr/bin/python3"} // packages are those of the second
	at := slices.IndexFunc(pythons, func(python string) bool { return exec.Command(python, "-c", "import networkx").Run() == nil })
	if at < 0 {
		const missing = "networkx is not installed: apt-get install python3-networkx"
		if os.Getenv("CI") != "" {
			t.Fatal(missing)
		}
		t.Skip(missing)
	}
	file := filepath.Join(t.TempDir(), "network.gexf")
	if err := os.WriteFile(file, text, 0o666); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(pythons[at], "-c", networkx, file).Output()
	return string(bytes.TrimSpace(out)), err
}

func TestNetworkxReadsTheNetwork(t *testing.T) {
	if testing.Short() {
		t.Skip("minutes of another program's own work, which the race detector cannot see")
	}
	size := func(text []byte) string {
		nodes, edges := bytes.Count(text, []byte("<node ")), bytes.Count(text, []byte("<edge "))
		return fmt.Sprintf("%d %d True %d True", nodes, edges, edges)
	}
	var text []byte
	for name, files := range loadable(t) {
		text = files["data/network.gexf"]
		if got, err := readByNetworkx(t, text); err != nil || got != size(text) {
			t.Errorf("%s: %q, want %q: %v", name, got, size(text), err)
		}
	}
	for _, change := range [][2]string{{"<edge ", `<edge target="nobody" `}, {`weight="`, `weight="much `}, {"</node>", "</nodes>"}, {"label=", "name="}, {`defaultedgetype="directed"`, `defaultedgetype="undirected"`}} {
		spoilt := bytes.Replace(text, []byte(change[0]), []byte(change[1]), 1)
		if got, err := readByNetworkx(t, spoilt); err == nil && got == size(text) {
			t.Errorf("nobody minds %q in place of %q", change[1], change[0])
		}
	}
}
