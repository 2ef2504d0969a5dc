// Rows for pictures and pages, made by hand, and what was drawn, read back.
#pragma once
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <pugixml.hpp>
#include <string>

#include "tests/support/temp_dir.h"
#include "tools/inzicht/texts.h"
#include "tools/pictures/wording.h"

namespace inzicht::testing {

inline IdCell id(schema::IdKind kind, std::uint8_t n) {
  IdCell out{kind, {}};
  out.id.fill(n);
  return out;
}
inline Cell words(std::string text) { return Atom{TextCell{std::move(text)}}; }
inline Cell many(std::vector<Atom> atoms) { return Cell::list(std::move(atoms)); }

// Says ids as letter and number ("S1"), codes and texts as they are, times as the program does.
inline Wording plain_wording() {
  struct Say {
    std::string operator()(const CodeCell& c) const { return c.code; }
    std::string operator()(const KindCell& c) const { return "kind" + std::to_string(c.kind); }
    std::string operator()(const IdCell& c) const {
      return std::string(c.kind == schema::IdKind::SUBJECT ? "S" : c.kind == schema::IdKind::ORGANISATION ? "O" : "A") + std::to_string(c.id[0]);
    }
    std::string operator()(const TimeCell& c) const { return local_text(c.at); }
    std::string operator()(const Date& d) const { return to_text(d); }
    std::string operator()(const Duration& d) const { return to_text(d); }
    std::string operator()(std::int64_t n) const { return std::to_string(n); }
    std::string operator()(const DecimalCell& d) const { return std::to_string(d.value) + "e-" + std::to_string(d.digits); }
    std::string operator()(const RuleCell& c) const { return c.rule; }
    std::string operator()(const WordsCell& c) const { return c.field; }
    std::string operator()(const TextCell& c) const { return c.key; }
  };
  const auto cell = [](const Cell& one) {
    std::string out;
    for (const Atom& atom : one.atoms) out += (out.empty() ? "" : ", ") + std::visit(Say{}, atom);
    return out;
  };
  return {cell, [](std::string_view key) { return std::string(cli::tr(Lang::nl, key)); }, Lang::nl};
}

inline Micros at(std::string_view text) { return parse_local(text).value(); }
inline ViewResult result_of(std::vector<std::string> keys, std::vector<std::vector<Cell>> rows) {
  ViewResult out;
  for (auto& key : keys) out.columns.push_back({key, key, key});
  for (auto& cells : rows) {
    out.rows.push_back({out.rows.size() + 1, std::move(cells)});
  }
  out.total = out.rows.size();
  return out;
}

inline std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}
// What the system's own program makes of these bytes: `command` reads {in} and writes {out}.
inline std::string made_by(const std::string& command, const std::string& bytes) {
  const TempDir dir;
  std::ofstream(dir / "in", std::ios::binary) << bytes;
  std::ofstream(dir / "out", std::ios::binary) << "";
  std::string line = command;
  for (const auto* name : {"in", "out"})
    for (std::size_t found; (found = line.find("{" + std::string(name) + "}")) != std::string::npos;)
      line.replace(found, std::string(name).size() + 2, (dir / name).string());
  if (std::system(line.c_str()) != 0) return "(failed: " + command + ")";
  return bytes_of(dir / "out");
}
inline std::string text_of_pdf(const std::string& pdf) { return made_by("pdftotext -layout {in} {out}", pdf); }
inline std::size_t pages_of_pdf(const std::string& pdf) {
  const auto info = made_by("pdfinfo {in} > {out}", pdf);
  const auto found = info.find("Pages:");
  return found == std::string::npos ? 0 : std::stoul(info.substr(found + 6));
}

inline pugi::xml_document parsed(const std::string& svg) {
  pugi::xml_document out;
  if (!out.load_buffer(svg.data(), svg.size())) out.reset();
  return out;
}
// All groups of this class, in order of drawing.
inline std::vector<pugi::xml_node> marks(const pugi::xml_document& svg, const std::string& kind) {
  std::vector<pugi::xml_node> out;
  for (const auto& found : svg.select_nodes(("//g[@class='" + kind + "']").c_str()))
    out.push_back(found.node());
  return out;
}
inline std::string title_of(pugi::xml_node mark) { return mark.child("title").text().as_string(); }
inline std::size_t count(const std::string& text, std::string_view what) {
  std::size_t out = 0;
  for (std::size_t found = 0; (found = text.find(what, found)) != std::string::npos; found += what.size()) ++out;
  return out;
}

}  // namespace inzicht::testing
