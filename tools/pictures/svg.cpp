#include "tools/pictures/svg.h"

#include <fmt/format.h>

#include <sstream>

#include "tools/pictures/printable.h"

namespace inzicht {
namespace {

// Shape and words carry the meaning; colour only helps. Dark on white, so that it prints.
constexpr std::string_view styles = R"(
text { font-family: "Liberation Sans", "DejaVu Sans", Arial, Helvetica, sans-serif; fill: #111; font-size: 12px; }
.title { font-size: 22px; font-weight: bold; }
.head { font-size: 14px; font-weight: bold; }
.strong { font-weight: bold; }
.small { font-size: 11px; }
.over { paint-order: stroke; stroke: #fff; stroke-width: 3px; }
.faint { font-size: 11px; fill: #444; }
.middle { text-anchor: middle; }
.end { text-anchor: end; }
.number { font-size: 10px; font-weight: bold; text-anchor: middle; }
.paper { fill: #fff; }
.lane { fill: #f3f5f7; }
.lane2 { fill: #fff; }
.grid { stroke: #c4cad0; stroke-width: 1; }
.rule { stroke: #555; stroke-width: 1; }
.break { stroke: #555; stroke-width: 1; stroke-dasharray: 2 3; fill: none; }
.shape { fill: #fff; stroke: #1b3a57; stroke-width: 1.4; }
.shape.deviation { fill: #fde9c9; stroke: #7a3b00; stroke-width: 2.2; }
.shape.after { stroke-dasharray: 3 2; stroke-width: 1.8; stroke: #111; }
.shape.full { fill: #1b3a57; }
.late { stroke: #1b3a57; stroke-width: 1; }
.bar { fill: #b9cfe4; stroke: #1b3a57; stroke-width: 1; }
.bar.over { fill: #e7e9ec; stroke: #666; }
.bar.waiting { fill: none; stroke-dasharray: 4 3; }
.bar.cut { fill: #fff; stroke: #7a3b00; stroke-dasharray: 3 3; }
.stop { stroke: #7a3b00; stroke-width: 3; }
.flow { fill: none; stroke: #3b5a78; stroke-width: 1.4; }
.flow.declined { stroke: #7a3b00; stroke-dasharray: 5 4; }
.point { fill: #3b5a78; }
.today { stroke: #111; stroke-width: 1; stroke-dasharray: 6 3; }
)";

void set(pugi::xml_node node, const char* name, double value) { node.append_attribute(name) = number(value).c_str(); }
void set_class(pugi::xml_node node, std::string_view kind) { node.append_attribute("class") = std::string(kind).c_str(); }

// One step through valid UTF-8.
std::size_t step(std::string_view words, std::size_t at) {
  ++at;
  while (at < words.size() && (static_cast<unsigned char>(words[at]) & 0xC0u) == 0x80) ++at;
  return at;
}

double width_of_character(std::string_view one) {
  const auto c = static_cast<unsigned char>(one[0]);
  if (c >= 0xE3) return 1.05;
  if (c >= 0x80) return 0.65;
  if (std::string_view("iIjl.,:;'|! ").find(one[0]) != std::string_view::npos) return 0.31;
  if (std::string_view("ftr()[]-/\"").find(one[0]) != std::string_view::npos) return 0.38;
  if (std::string_view("mwMW@%").find(one[0]) != std::string_view::npos) return 0.92;
  return c >= 'A' && c <= 'Z' ? 0.74 : 0.57;
}

// The start of the words that fits that width, whole characters only; at least one.
std::string_view start_that_fits(std::string_view words, double width, double size) {
  double used = 0;
  std::size_t at = 0;
  while (at < words.size()) {
    const std::size_t next = step(words, at);
    used += width_of_character(words.substr(at, next - at)) * size;
    if (used > width && at > 0) break;
    at = next;
  }
  return words.substr(0, at);
}

std::string with_ellipsis(std::string_view words, double width, double size) {
  if (width_of(words, size) <= width) return std::string(words);
  return std::string(start_that_fits(words, width - size, size)) + "…";
}

}  // namespace

std::string number(double value) {
  auto out = fmt::format("{:.1f}", value);
  if (out.ends_with(".0")) out.resize(out.size() - 2);
  return out == "-0" ? "0" : out;
}

double width_of(std::string_view words, double size) {
  double out = 0;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t next = step(words, at);
    out += width_of_character(words.substr(at, next - at)) * size;
    at = next;
  }
  return out;
}

std::vector<std::string> fitted(std::string_view words, double width, double size, std::size_t lines) {
  const auto clean = printable(words);
  std::vector<std::string> out;
  std::string_view rest = clean;
  while (!rest.empty() && rest[0] == ' ') rest.remove_prefix(1);
  while (!rest.empty()) {
    if (out.size() + 1 == lines) {
      out.push_back(with_ellipsis(rest, width, size));
      break;
    }
    auto fits = start_that_fits(rest, width, size);
    if (fits.size() < rest.size())
      if (const auto space = rest.substr(0, fits.size() + 1).rfind(' '); space != std::string_view::npos && space > 0) fits = rest.substr(0, space);
    out.emplace_back(fits);
    rest.remove_prefix(fits.size());
    while (!rest.empty() && rest[0] == ' ') rest.remove_prefix(1);
  }
  return out;
}

Svg::Svg(double width, double height, std::string_view title, std::string_view describes) {
  root_ = document_.append_child("svg");
  root_.append_attribute("xmlns") = "http://www.w3.org/2000/svg";
  root_.append_attribute("version") = "1.1";
  set(root_, "width", width);
  set(root_, "height", height);
  root_.append_attribute("viewBox") = fmt::format("0 0 {} {}", number(width), number(height)).c_str();
  root_.append_attribute("role") = "img";
  root_.append_attribute("aria-labelledby") = "title describes";
  Node heading = root_.append_child("title");
  heading.append_attribute("id") = "title";
  heading.text() = printable(title).c_str();
  Node desc = root_.append_child("desc");
  desc.append_attribute("id") = "describes";
  desc.text() = printable(describes).c_str();
  root_.append_child("style").text() = std::string(styles).c_str();
  box(root_, 0, 0, width, height, "paper");
}

Svg::Node Svg::mark(Node parent, std::string_view kind, std::string_view title) {
  Node out = group(parent, kind);
  out.append_child("title").text() = printable(title, Lines::keep).c_str();
  return out;
}

Svg::Node Svg::group(Node parent, std::string_view kind) {
  Node out = parent.append_child("g");
  set_class(out, kind);
  return out;
}

void Svg::line(Node parent, double x1, double y1, double x2, double y2, std::string_view kind) {
  Node out = parent.append_child("line");
  set_class(out, kind);
  set(out, "x1", x1);
  set(out, "y1", y1);
  set(out, "x2", x2);
  set(out, "y2", y2);
}

void Svg::box(Node parent, double x, double y, double width, double height, std::string_view kind, double round) {
  Node out = parent.append_child("rect");
  set_class(out, kind);
  set(out, "x", x);
  set(out, "y", y);
  set(out, "width", width);
  set(out, "height", height);
  if (round > 0) set(out, "rx", round);
}

void Svg::path(Node parent, std::string_view d, std::string_view kind) {
  Node out = parent.append_child("path");
  set_class(out, kind);
  out.append_attribute("d") = std::string(d).c_str();
}

void Svg::text(Node parent, double x, double y, std::string_view words, std::string_view kind) {
  Node out = parent.append_child("text");
  if (!kind.empty()) set_class(out, kind);
  set(out, "x", x);
  set(out, "y", y);
  out.text() = printable(words).c_str();
}

std::string Svg::str() const {
  std::ostringstream out;
  document_.save(out, "", pugi::format_raw, pugi::encoding_utf8);
  return out.str();
}

}  // namespace inzicht
