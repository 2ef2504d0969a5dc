#include <algorithm>
#include <map>
#include <set>

#include "tools/pictures/column_cells.h"
#include "tools/pictures/picture.h"
#include "tools/pictures/svg.h"

namespace inzicht {
namespace {

constexpr double width = 1600, margin = 24, node_width = 300, flow_left = 520, flow_width = 560, top = 118, line_height = 15;
constexpr double right_node = width - margin - node_width;

// One flow: who, to whom, about whom; or the decision that nothing goes.
struct FlowKey {
  std::string from, to, about;
  bool declined = false;
  auto operator<=>(const FlowKey&) const = default;
};
struct Flow {
  FlowKey key;
  std::uint64_t count = 0;
  std::map<std::string, std::uint64_t> data;  // category to how often
  std::vector<std::string> rows;              // in words, for the title
  std::vector<std::string> lines;
  double y = 0;
  double height() const { return static_cast<double>(lines.size()) * line_height + 10; }
};
struct Party {
  std::string name;
  double wished = 0, y = 0;
  std::vector<std::string> lines;
  double height() const { return static_cast<double>(lines.size()) * line_height + 14; }
};

std::uint16_t kind_of(const ColumnCells& columns, const Row& row) {
  const auto kind = columns.first<KindCell>(row, "kind");
  return kind ? kind->kind : std::uint16_t{0};
}
// Something went to somebody: shared (408), said at a table (501), put before who decides on dwang (905),
// handed over as a bundle (1303).
bool shares(const ColumnCells& columns, const Row& row) {
  const auto kind = kind_of(columns, row);
  return kind == 408 || kind == 501 || kind == 905 || kind == 1303;
}
bool declines(const ColumnCells& columns, const Row& row) {
  return kind_of(columns, row) == 407 && (columns.says(row, "what", "doNotShare") || columns.says(row, "what", "postpone"));
}

void take(std::map<FlowKey, Flow>& flows, const FlowKey& key, const Row& row, const ColumnCells& columns, const Wording& wording) {
  Flow& flow = flows[key];
  flow.key = key;
  ++flow.count;
  for (const Atom& atom : columns.of(row, "categories").atoms) ++flow.data[wording.atom(atom)];
  const auto say = [&](std::string_view column) { return wording.cell(columns.of(row, column)); };
  std::string words = say("occurred") + " " + say("kind");
  for (const auto* column : {"what", "purpose", "words", "flags"})
    if (const auto more = say(column); !more.empty()) words += " · " + more;
  flow.rows.push_back(std::move(words));
}

// Whoever is no colleague of the one who did it: what stays in one house is not shared with anybody.
std::vector<Atom> others(const ColumnCells& columns, const Row& row) {
  const auto& from = columns.of(row, "organisation").atoms;
  std::vector<Atom> out;
  std::ranges::copy_if(columns.of(row, "party").atoms, std::back_inserter(out),
                       [&](const Atom& to) { return std::ranges::find(from, to) == from.end(); });
  return out;
}

// Why a row is not drawn, where its kind alone does not say so.
std::string why_not(const ColumnCells& columns, const Row& row, Lang lang) {
  const bool nl = lang == Lang::nl;
  if (columns.says(row, "what", "words.guarded")) return nl ? "afgeschermd" : "guarded";
  if (!shares(columns, row) && !declines(columns, row)) return "";
  if (columns.of(row, "party").atoms.empty()) return nl ? "zonder ontvanger" : "without recipient";
  return nl ? "binnen de organisatie" : "within the organisation";
}

// What was shared, and what it was decided not to share. A decision to share is drawn when it is carried out; a question, an
// answer to the person themselves and advice without names share nothing with anybody else.
struct Drawing {
  std::vector<Flow> flows;
  std::uint64_t drawn = 0;
  std::map<std::string, std::uint64_t> left_out;  // rows that are not drawn, by their kind and why
};
Drawing drawing_of(const ViewResult& result, const Wording& wording) {
  const ColumnCells columns(result);
  Drawing out;
  std::map<FlowKey, Flow> flows;
  for (const Row& row : result.rows) {
    const bool declined = declines(columns, row);
    const auto recipients = others(columns, row);
    if ((!shares(columns, row) && !declined) || recipients.empty()) {
      const auto why = why_not(columns, row, wording.lang);
      ++out.left_out[wording.cell(columns.of(row, "kind")) + (why.empty() ? "" : " (" + why + ")")];
      continue;
    }
    ++out.drawn;
    auto from = wording.cell(columns.of(row, "organisation"));
    if (from.empty()) from = wording.cell(columns.of(row, "by"));
    std::set<std::string> to;
    for (const Atom& atom : recipients) to.insert(wording.atom(atom));
    for (const auto& one : to) take(flows, {from, one, wording.cell(columns.of(row, "about")), declined}, row, columns, wording);
  }
  for (auto& [key, flow] : flows) out.flows.push_back(std::move(flow));
  return out;
}

// How many of how many, and which the others are.
std::vector<std::string> counted(const Drawing& drawing, std::size_t rows, const Wording& wording) {
  std::vector<std::string> out{wording.textf("picture.drawn", drawing.drawn, rows)};
  std::string rest;
  for (const auto& [what, count] : drawing.left_out)
    rest += fmt::format("{}{} {}×", rest.empty() ? "" : ", ", what, count);
  if (rest.empty()) return out;
  constexpr std::size_t lines_max = 8;  // more than all kinds of the view need
  for (auto& line : fitted((wording.lang == Lang::nl ? "Niet getekend: " : "Not drawn: ") + rest,
                           width - 2 * margin, 12, lines_max))
    out.push_back(std::move(line));
  return out;
}

void put_lines(Flow& flow, const Wording& wording) {
  std::string data;
  for (const auto& [category, count] : flow.data) data += (data.empty() ? "" : ", ") + category + (count > 1 ? fmt::format(" ({}×)", count) : "");
  const auto about = flow.key.about.empty() ? wording.text("picture.aboutNobody") : wording.textf("picture.about", flow.key.about);
  const auto times = flow.key.declined ? wording.textf("picture.declined", flow.count) : wording.textf("picture.times", flow.count);
  flow.lines = fitted(times + " · " + about, flow_width - 20, 12, 2);
  for (auto& line : fitted(data, flow_width - 20, 11, 3)) flow.lines.push_back(std::move(line));
}

// Each where its flows are on average, and none over another.
std::vector<Party> parties_of(const std::vector<Flow>& flows, const auto& name_of) {
  std::vector<Party> out;
  for (const Flow& flow : flows)
    if (std::ranges::find(out, name_of(flow), &Party::name) == out.end()) out.push_back({name_of(flow), 0, 0, fitted(name_of(flow), node_width - 20, 12, 2)});
  for (Party& party : out) {
    double sum = 0, count = 0;
    for (const Flow& flow : flows)
      if (name_of(flow) == party.name) sum += flow.y + flow.height() / 2, ++count;
    party.wished = sum / count - party.height() / 2;
  }
  std::ranges::stable_sort(out, {}, &Party::wished);
  double free = top;
  for (Party& party : out) {
    party.y = std::max(party.wished, free);
    free = party.y + party.height() + 8;
  }
  return out;
}

const Party& party_named(const std::vector<Party>& parties, const std::string& name) { return *std::ranges::find(parties, name, &Party::name); }

std::string curve(double x1, double y1, double x2, double y2) {
  const double middle = (x1 + x2) / 2;
  return fmt::format("M {} {} C {} {} {} {} {} {}", number(x1), number(y1), number(middle), number(y1), number(middle), number(y2), number(x2), number(y2));
}

void draw_flow(Svg& svg, Svg::Node into, const Flow& flow, const Party& from, const Party& to, const Wording& wording) {
  std::string title = flow.key.from + " → " + flow.key.to;
  if (flow.key.declined) title += " (" + wording.text("share.declined") + ")";
  for (const auto& row : flow.rows) title += "\n" + row;
  auto mark = svg.mark(into, "share", title);
  mark.append_attribute("data-rows") = static_cast<unsigned>(flow.count);
  const double y = flow.y + flow.height() / 2, left = margin + node_width;
  const auto kind = flow.key.declined ? "flow declined" : "flow";
  svg.path(mark, curve(left, from.y + from.height() / 2, flow_left, y), kind);
  const double end = right_node - (flow.key.declined ? 16 : 9), to_y = to.y + to.height() / 2;
  svg.path(mark, curve(flow_left + flow_width, y, end, to_y), kind);
  if (flow.key.declined) {
    svg.line(mark, end - 2, to_y - 6, end + 10, to_y + 6, "stop");
    svg.line(mark, end - 2, to_y + 6, end + 10, to_y - 6, "stop");
  } else {
    svg.path(mark, fmt::format("M {} {} L {} {} L {} {} Z", number(end), number(to_y - 5), number(right_node), number(to_y), number(end), number(to_y + 5)),
             "point");
  }
  svg.box(mark, flow_left, flow.y, flow_width, flow.height(), flow.key.declined ? "shape after" : "shape", flow.key.declined ? 0 : 6);
  for (std::size_t i = 0; i < flow.lines.size(); ++i)
    svg.text(mark, flow_left + 10, flow.y + 17 + static_cast<double>(i) * line_height, flow.lines[i], i == 0 ? "strong" : "small");
}

void draw_party(Svg& svg, Svg::Node into, const Party& party, double x) {
  auto mark = svg.mark(into, "party", party.name);
  svg.box(mark, x, party.y, node_width, party.height(), "lane", 4);
  svg.box(mark, x, party.y, node_width, party.height(), "shape", 4);
  for (std::size_t i = 0; i < party.lines.size(); ++i) svg.text(mark, x + 10, party.y + 19 + static_cast<double>(i) * line_height, party.lines[i], "strong");
}

}  // namespace

std::string sharing_picture(const ViewResult& result, const Wording& wording, const PictureHead& head) {
  auto drawing = drawing_of(result, wording);
  auto& flows = drawing.flows;
  double y = top;
  for (Flow& flow : flows) {
    put_lines(flow, wording);
    flow.y = y;
    y += flow.height() + 9;
  }
  const auto senders = parties_of(flows, [](const Flow& flow) { return flow.key.from; });
  const auto receivers = parties_of(flows, [](const Flow& flow) { return flow.key.to; });
  for (const auto* side : {&senders, &receivers})
    if (!side->empty()) y = std::max(y, side->back().y + side->back().height());
  auto notes = counted(drawing, result.rows.size(), wording);
  notes.insert(notes.end(), head.notes.begin(), head.notes.end());
  const double notes_top = y + 34;
  Svg svg(width, notes_top + static_cast<double>(notes.size()) * 16 + margin, head.title,
          wording.textf("picture.sharing.describes", flows.size(), senders.size(), receivers.size()));
  svg.text(svg.root(), margin, 40, head.title, "title");
  svg.text(svg.root(), margin, 96, wording.text("picture.from"), "head");
  svg.text(svg.root(), flow_left, 96, wording.text("picture.what"), "head");
  svg.text(svg.root(), right_node, 96, wording.text("picture.to"), "head");
  auto marks = svg.group(svg.root(), "marks");
  for (const Flow& flow : flows) draw_flow(svg, marks, flow, party_named(senders, flow.key.from), party_named(receivers, flow.key.to), wording);
  for (const Party& party : senders) draw_party(svg, marks, party, margin);
  for (const Party& party : receivers) draw_party(svg, marks, party, right_node);
  if (flows.empty()) svg.text(svg.root(), margin, top + 10, wording.text("picture.empty"), "");
  for (std::size_t i = 0; i < notes.size(); ++i) svg.text(svg.root(), margin, notes_top + static_cast<double>(i) * 16, notes[i], "faint");
  return svg.str();
}

}  // namespace inzicht
