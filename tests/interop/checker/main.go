// Checks a published log with the code of the Go checksum database, which shares nothing with ours.
//
//	check_published DIR
//
// DIR holds what a log publishes (C2SP tlog-tiles) and, for this program, a key and two proofs:
//
//	vkey                   one line: the log's verifier key, as in C2SP signed-note
//	checkpoint             the log's signed note: origin, size, root; no extension lines
//	tile/<L>/<N>[.p/<W>]   hash tiles of height 8; partial ones of earlier sizes may stay
//	tile/entries/<N>[.p/<W>]  entry bundles: per leaf a 2-byte length, greatest byte first, and its bytes
//	inclusion.txt          may be absent. First line: a leaf's index; then a line per hash, in base64, from the leaf up
//	checkpoint.before      the log's signed note of an earlier size; needed with consistency.txt
//	consistency.txt        may be absent. A line per hash, in base64, as RFC 6962 orders them: from checkpoint.before to
//	                       checkpoint
//
// Prints one line. Exits 0 when everything there is right and nothing needed is missing, otherwise 1.
package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Println("usage: check_published DIR")
		os.Exit(1)
	}
	said, err := check(os.Args[1])
	if err != nil {
		fmt.Println("bad:", err)
		os.Exit(1)
	}
	fmt.Println("ok:", said)
}

func check(dir string) (string, error) {
	vkey, err := os.ReadFile(filepath.Join(dir, "vkey"))
	if err != nil {
		return "", err
	}
	verifier, err := note.NewVerifier(strings.TrimSuffix(string(vkey), "\n"))
	if err != nil {
		return "", fmt.Errorf("vkey: %w", err)
	}
	tree, err := openCheckpoint(dir, "checkpoint", verifier)
	if err != nil {
		return "", err
	}
	log, err := readEntries(dir, tree)
	if err != nil {
		return "", err
	}
	tiles, err := checkTiles(dir, tree, log)
	if err != nil {
		return "", err
	}
	inclusion, err := checkInclusion(dir, tree, log)
	if err != nil {
		return "", err
	}
	consistency, err := checkConsistency(dir, tree, verifier)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%s, %d leaves, %d files of tiles%s%s", verifier.Name(), tree.N, tiles, inclusion, consistency), nil
}

// openCheckpoint opens a signed note and takes its three lines apart.
func openCheckpoint(dir, name string, verifier note.Verifier) (tlog.Tree, error) {
	raw, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		return tlog.Tree{}, err
	}
	opened, err := note.Open(raw, note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, fmt.Errorf("%s: %w", name, err)
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[3] != "" || lines[0] != verifier.Name() {
		return tlog.Tree{}, fmt.Errorf("%s: not the three lines of %s", name, verifier.Name())
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || size < 0 || strconv.FormatInt(size, 10) != lines[1] {
		return tlog.Tree{}, fmt.Errorf("%s: size %q", name, lines[1])
	}
	root, err := tlog.ParseHash(lines[2])
	if err != nil {
		return tlog.Tree{}, fmt.Errorf("%s: root %q", name, lines[2])
	}
	return tlog.Tree{N: size, Hash: root}, nil
}

// readHashes reads a file of hashes in base64, a line each, behind the given number of other lines.
func readHashes(dir, name string, before int) ([]string, []tlog.Hash, error) {
	raw, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		return nil, nil, err
	}
	lines := strings.Split(string(raw), "\n")
	if lines[len(lines)-1] != "" || len(lines)-1 < before {
		return nil, nil, fmt.Errorf("%s: cut short", name)
	}
	lines = lines[:len(lines)-1]
	var hashes []tlog.Hash
	for _, line := range lines[before:] {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %q is no hash", name, line)
		}
		hashes = append(hashes, hash)
	}
	return lines[:before], hashes, nil
}

func checkInclusion(dir string, tree tlog.Tree, log *entries) (string, error) {
	head, hashes, err := readHashes(dir, "inclusion.txt", 1)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	index, err := strconv.ParseInt(head[0], 10, 64)
	if err != nil || index < 0 || index >= tree.N {
		return "", fmt.Errorf("inclusion.txt: index %q of %d leaves", head[0], tree.N)
	}
	if err := tlog.CheckRecord(hashes, tree.N, tree.Hash, index, log.leafHashes[index]); err != nil {
		return "", fmt.Errorf("inclusion of leaf %d: %w", index, err)
	}
	return fmt.Sprintf(", leaf %d included", index), nil
}

func checkConsistency(dir string, tree tlog.Tree, verifier note.Verifier) (string, error) {
	_, hashes, err := readHashes(dir, "consistency.txt", 0)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	before, err := openCheckpoint(dir, "checkpoint.before", verifier)
	if err != nil {
		return "", err
	}
	if before.N < 1 || before.N > tree.N {
		return "", fmt.Errorf("checkpoint.before: size %d before %d", before.N, tree.N)
	}
	if err := tlog.CheckTree(hashes, tree.N, tree.Hash, before.N, before.Hash); err != nil {
		return "", fmt.Errorf("consistency from %d: %w", before.N, err)
	}
	return fmt.Sprintf(", consistent with size %d", before.N), nil
}
