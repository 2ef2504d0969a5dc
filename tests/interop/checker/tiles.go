package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

const (
	height = 8
	width  = 1 << height
)

// entries is the log as its bundles give it: every leaf's hash, and every inner hash computed from those.
type entries struct {
	leaves     [][]byte
	leafHashes []tlog.Hash
	stored     []tlog.Hash
}

// ReadHashes makes entries a tlog.HashReader.
func (e *entries) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	out := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		if index >= int64(len(e.stored)) {
			return nil, fmt.Errorf("hash %d is not in the log", index)
		}
		out[i] = e.stored[index]
	}
	return out, nil
}

func (e *entries) add(leaf []byte) error {
	hash := tlog.RecordHash(leaf)
	more, err := tlog.StoredHashesForRecordHash(int64(len(e.leaves)), hash, e)
	if err != nil {
		return err
	}
	e.leaves = append(e.leaves, leaf)
	e.leafHashes = append(e.leafHashes, hash)
	e.stored = append(e.stored, more...)
	return nil
}

// path is where tlog-tiles keeps a tile. The checksum database has the height in its paths and calls bundles "data".
func path(tile tlog.Tile) string {
	level := fmt.Sprintf("tile/%d/", tile.L)
	theirs := fmt.Sprintf("tile/%d/%d/", tile.H, tile.L)
	if tile.L == -1 {
		level, theirs = "tile/entries/", fmt.Sprintf("tile/%d/data/", tile.H)
	}
	return level + strings.TrimPrefix(tile.Path(), theirs)
}

// tileAt is the opposite of path.
func tileAt(name string) (tlog.Tile, error) {
	theirs := fmt.Sprintf("tile/%d/%s", height, strings.TrimPrefix(name, "tile/"))
	theirs = strings.Replace(theirs, "/entries/", "/data/", 1)
	tile, err := tlog.ParseTilePath(theirs)
	if err == nil && path(tile) != name {
		err = fmt.Errorf("%s is no path of a tile", name)
	}
	return tile, err
}

// splitBundle takes an entry bundle apart; nothing may be left over.
func splitBundle(raw []byte) ([][]byte, error) {
	var leaves [][]byte
	for len(raw) > 0 {
		if len(raw) < 2 || len(raw)-2 < int(binary.BigEndian.Uint16(raw)) {
			return nil, fmt.Errorf("cut short")
		}
		end := 2 + int(binary.BigEndian.Uint16(raw))
		leaves = append(leaves, raw[2:end])
		raw = raw[end:]
	}
	return leaves, nil
}

// readEntries reads the bundles of a tree and checks their root.
func readEntries(dir string, tree tlog.Tree) (*entries, error) {
	log := &entries{}
	for first := int64(0); first < tree.N; first += width {
		tile := tlog.Tile{H: height, L: -1, N: first / width, W: width}
		if tree.N-first < width {
			tile.W = int(tree.N - first)
		}
		raw, err := os.ReadFile(filepath.Join(dir, path(tile)))
		if err != nil {
			return nil, err
		}
		leaves, err := splitBundle(raw)
		if err != nil || len(leaves) != tile.W {
			return nil, fmt.Errorf("%s: %d leaves, %v", path(tile), len(leaves), err)
		}
		for _, leaf := range leaves {
			if err := log.add(leaf); err != nil {
				return nil, err
			}
		}
	}
	root := tlog.Hash(sha256.Sum256(nil)) // of the empty tree, for which the checksum database has none
	if tree.N > 0 {
		var err error
		if root, err = tlog.TreeHash(tree.N, log); err != nil {
			return nil, err
		}
	}
	if root != tree.Hash {
		return nil, fmt.Errorf("the entries have root %v, the checkpoint says %v", root, tree.Hash)
	}
	return log, nil
}

// expected is what a tile or bundle of the log must hold.
func (e *entries) expected(tile tlog.Tile) ([]byte, error) {
	if tile.L != -1 {
		return tlog.ReadTileData(tile, e)
	}
	first := tile.N * width
	if first+int64(tile.W) > int64(len(e.leaves)) {
		return nil, fmt.Errorf("%s is beyond the log", path(tile))
	}
	var out []byte
	for _, leaf := range e.leaves[first : first+int64(tile.W)] {
		out = binary.BigEndian.AppendUint16(out, uint16(len(leaf)))
		out = append(out, leaf...)
	}
	return out, nil
}

// checkTiles checks every file below tile/ and that no tile of this size is missing.
func checkTiles(dir string, tree tlog.Tree, log *entries) (int, error) {
	seen := 0
	err := filepath.WalkDir(filepath.Join(dir, "tile"), func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		seen++
		return checkFile(dir, file, log)
	})
	if err != nil && !(tree.N == 0 && errors.Is(err, fs.ErrNotExist)) {
		return 0, err
	}
	return seen, checkTree(dir, tree, log)
}

func checkFile(dir, file string, log *entries) error {
	name, err := filepath.Rel(dir, file)
	if err != nil {
		return err
	}
	tile, err := tileAt(filepath.ToSlash(name))
	if err != nil {
		return err
	}
	expected, err := log.expected(tile)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	found, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if !bytes.Equal(found, expected) {
		return fmt.Errorf("%s is not what the entries give", name)
	}
	return nil
}

// checkTree reads every leaf hash through the tiles as a client of the checksum database would: from the root down.
func checkTree(dir string, tree tlog.Tree, log *entries) error {
	reader := tlog.TileHashReader(tree, tileFiles(dir))
	for index := range log.leafHashes {
		if index%width != 0 && index != len(log.leafHashes)-1 {
			continue // one of each tile is enough: the reader checks whole tiles
		}
		hashes, err := reader.ReadHashes([]int64{tlog.StoredHashIndex(0, int64(index))})
		if err != nil {
			return fmt.Errorf("tiles of leaf %d: %w", index, err)
		}
		if hashes[0] != log.leafHashes[index] {
			return fmt.Errorf("tiles and entries differ at leaf %d", index)
		}
	}
	return nil
}

// tileFiles is a tlog.TileReader over a folder.
type tileFiles string

func (dir tileFiles) Height() int { return height }

func (dir tileFiles) SaveTiles([]tlog.Tile, [][]byte) {}

func (dir tileFiles) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var out [][]byte
	for _, tile := range tiles {
		raw, err := os.ReadFile(filepath.Join(string(dir), path(tile)))
		if err != nil {
			return nil, err
		}
		out = append(out, raw)
	}
	return out, nil
}
