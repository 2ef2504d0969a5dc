// A drawing as SVG: real text, a title on every mark for who hovers or listens, and one sheet of styles that also prints in grey.
//
// Shape:   widths and heights in px; numbers with one decimal, so the same rows give the same bytes.
// Words:   escaped and made printable here; nobody else writes XML.
#pragma once
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace inzicht {

class Svg {
 public:
  using Node = pugi::xml_node;

  // `describes`: what the picture shows, for who does not see it.
  Svg(double width, double height, std::string_view title, std::string_view describes);
  Node root() { return root_; }
  // A group of shapes that is one mark: its title says the whole of it.
  Node mark(Node parent, std::string_view kind, std::string_view title);
  Node group(Node parent, std::string_view kind);
  void line(Node parent, double x1, double y1, double x2, double y2, std::string_view kind);
  void box(Node parent, double x, double y, double width, double height, std::string_view kind, double round = 0);
  void path(Node parent, std::string_view d, std::string_view kind);
  void text(Node parent, double x, double y, std::string_view words, std::string_view kind);
  std::string str() const;

 private:
  pugi::xml_document document_;
  Node root_;
};

std::string number(double value);
// How wide these words are about, in px of this size; never less than most fonts make of them.
double width_of(std::string_view words, double size);
// Broken at spaces into lines of that width, at most so many; what does not fit ends in an ellipsis.
std::vector<std::string> fitted(std::string_view words, double width, double size, std::size_t lines = 1);

}  // namespace inzicht
