#include "tools/exchange/xes_reader.h"

#include <expat.h>
#include <fmt/format.h>

#include <memory>
#include <optional>

#include "tools/exchange/field_limits.h"

namespace inzicht::exchange {
namespace {

constexpr char namespace_end = '\n';  // between namespace and name, as expat hands them over

enum class Place { log, trace, event, attribute, values, ignored };
struct Frame {
  Place place;
  std::size_t path_length;  // of the attribute around it
};

std::optional<FieldType> attribute_type(std::string_view element) {
  using enum FieldType;
  for (const auto type : {text, date, integer, decimal, boolean, id, list, container})
    if (element == name_of(type)) return type;
  return std::nullopt;
}

const char* find_attribute(const char** attributes, std::string_view name) {
  for (; *attributes != nullptr; attributes += 2)
    if (name == *attributes) return attributes[1];
  return nullptr;
}

// What expat calls. After an error nothing more is looked at.
class Handler {
 public:
  Handler(XML_Parser parser, RecordSink& sink) : parser_(parser), sink_(sink) {}

  void start(std::string_view full_name, const char** attributes) {
    if (!status_) return;
    if (frames_.size() >= limits::import_depth_max)
      return stop(fmt::format("elements are nested deeper than {}", limits::import_depth_max));
    const auto at = full_name.find(namespace_end);
    const auto space = at == std::string_view::npos ? std::string_view() : full_name.substr(0, at);
    const auto name = at == std::string_view::npos ? full_name : full_name.substr(at + 1);
    if (frames_.empty()) return open_log(space, name);
    if (space != namespace_ && frames_.back().place != Place::ignored) return unknown_element(name);
    open_inside(name, attributes);
  }

  void end() {
    if (!status_) return;
    const Frame frame = frames_.back();
    frames_.pop_back();
    path_.resize(frame.path_length);
    if (frame.place == Place::event) end_event();
    if (frame.place == Place::trace) end_trace();
  }

  void refuse_document_type() { stop("a document type: DTDs and entities are refused"); }
  const Status& status() const { return status_; }

 private:
  std::uint64_t line() const { return XML_GetCurrentLineNumber(parser_); }

  void stop(Status status) {
    status_ = std::move(status);
    XML_StopParser(parser_, XML_FALSE);
  }
  void stop(std::string_view what) { stop(fail(ErrorCode::bad_input, fmt::format("xes: line {}: {}", line(), what))); }

  void push(Place place) { frames_.push_back({place, path_.size()}); }

  void open_log(std::string_view space, std::string_view name) {
    if (name != "log") return stop("expected a XES log, found another document");
    namespace_ = space;
    push(Place::log);
  }

  void open_inside(std::string_view name, const char** attributes) {
    switch (frames_.back().place) {
      case Place::ignored: return push(Place::ignored);
      case Place::log:
        if (name == "trace") return open_trace();
        if (name == "extension" || name == "global" || name == "classifier") return push(Place::ignored);
        if (name == "event") return open_event();
        break;
      case Place::trace:
        if (name == "event") return open_event();
        break;
      case Place::attribute:
        if (name == "values") return push(Place::values);
        break;
      case Place::event:
      case Place::values: break;
    }
    if (const auto type = attribute_type(name)) return open_attribute(*type, attributes);
    unknown_element(name);
  }

  void open_trace() {
    push(Place::trace);
    in_trace_ = true;
    trace_ = {trace_.number + 1, line(), {}};
    trace_bytes_ = 0;
    events_in_trace_ = 0;
  }

  void open_event() {
    push(Place::event);
    in_event_ = true;
    event_line_ = line();
    fields_.clear();
    event_bytes_ = 0;
    event_wrong_.reset();
  }

  void open_attribute(FieldType type, const char** attributes) {
    push(Place::attribute);
    const char* key = find_attribute(attributes, "key");
    const char* value = find_attribute(attributes, "value");
    if (key == nullptr || *key == '\0') return wrong({"een kenmerk zonder key", "an attribute without a key"});
    const std::string_view name = key;
    if (path_.size() + name.size() >= name_bytes_max) return wrong(long_name());
    if (!path_.empty()) path_ += '/';
    path_ += name;
    const bool has_parts = type == FieldType::list || type == FieldType::container;
    if (value == nullptr && !has_parts) return wrong({"een kenmerk zonder value", "an attribute without a value"});
    SourceField field{path_, value != nullptr ? value : "", type};
    if (in_event_) return add(std::move(field), fields_, event_bytes_);
    if (!in_trace_) return describe_log(field);
    if (events_in_trace_ == 0) return add(std::move(field), trace_.fields, trace_bytes_);
    wrong({"een kenmerk van een trace na de gebeurtenissen ervan", "an attribute of a trace after its events"});
  }

  void add(SourceField field, std::vector<SourceField>& fields, std::size_t& bytes) {
    if (in_event_ && event_wrong_) return;  // nothing more is kept of it
    if (auto over = add_size(field, fields.size(), bytes)) return wrong(std::move(*over));
    fields.push_back(std::move(field));
  }

  void describe_log(const SourceField& field) {
    std::size_t bytes = 0;
    if (auto over = add_size(field, 0, bytes)) return wrong(std::move(*over));
    sink_.about_file(field);
  }

  // An event with something unreadable is left out as a whole. What stands outside events is left out alone.
  void wrong(Reason why) {
    if (!in_event_) return sink_.rejected(line(), std::move(why));
    if (event_wrong_) return;
    if (line() != event_line_) {
      why.nl = fmt::format("regel {}: {}", line(), why.nl);
      why.en = fmt::format("line {}: {}", line(), why.en);
    }
    event_wrong_ = std::move(why);
  }

  void unknown_element(std::string_view name) {
    push(Place::ignored);
    const auto shown = shown_name(name);
    wrong({fmt::format("een element dat XES niet kent: {}", shown), fmt::format("an element that XES does not know: {}", shown)});
  }

  void end_event() {
    in_event_ = false;
    ++events_in_trace_;
    if (!in_trace_) return sink_.rejected(event_line_, {"een gebeurtenis buiten een trace", "an event outside a trace"});
    if (event_wrong_) return sink_.rejected(event_line_, std::move(*event_wrong_));
    if (auto status = sink_.record({event_line_, fields_, &trace_}); !status) stop(std::move(status));
  }

  void end_trace() {
    in_trace_ = false;
    if (events_in_trace_ == 0) sink_.rejected(trace_.line, {"een trace zonder gebeurtenissen", "a trace without events"});
  }

  XML_Parser parser_;
  RecordSink& sink_;
  Status status_;
  std::string namespace_;
  std::vector<Frame> frames_;
  std::string path_;  // of the attribute being read

  bool in_trace_ = false;
  SourceTrace trace_;
  std::size_t trace_bytes_ = 0;
  std::uint64_t events_in_trace_ = 0;

  bool in_event_ = false;
  std::uint64_t event_line_ = 0;
  std::vector<SourceField> fields_;
  std::size_t event_bytes_ = 0;
  std::optional<Reason> event_wrong_;
};

Handler& handler(void* data) { return *static_cast<Handler*>(data); }

struct FreeParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser>;

Status not_well_formed(XML_Parser parser) {
  return fail(ErrorCode::bad_input, fmt::format("xes: line {}: not well-formed XML: {}", XML_GetCurrentLineNumber(parser),
                                                XML_ErrorString(XML_GetErrorCode(parser))));
}

}  // namespace

Status read_xes(ByteSource& source, RecordSink& sink) {
  const Parser parser(XML_ParserCreateNS(nullptr, namespace_end));
  if (!parser) return fail(ErrorCode::limit, "xes: no memory to read XML");
  Handler events(parser.get(), sink);
  XML_SetUserData(parser.get(), &events);
  XML_SetElementHandler(
      parser.get(), [](void* data, const XML_Char* name, const XML_Char** attributes) { handler(data).start(name, attributes); },
      [](void* data, const XML_Char*) { handler(data).end(); });
  XML_SetStartDoctypeDeclHandler(
      parser.get(), [](void* data, const XML_Char*, const XML_Char*, const XML_Char*, int) { handler(data).refuse_document_type(); });
  std::uint64_t fed = 0;
  while (true) {
    INZICHT_TRY(piece, source.next());
    fed += piece.size();
    const auto answer = XML_Parse(parser.get(), reinterpret_cast<const char*>(piece.data()), static_cast<int>(piece.size()), piece.empty());
    if (!events.status()) return events.status();
    if (answer != XML_STATUS_OK) return not_well_formed(parser.get());
    if (piece.empty()) return {};
    // What expat still holds is one tag that has not ended.
    const auto parsed = XML_GetCurrentByteIndex(parser.get());
    if (parsed >= 0 && fed - static_cast<std::uint64_t>(parsed) > tag_bytes_max)
      return fail(ErrorCode::limit, fmt::format("xes: line {}: a tag of more than {} bytes", XML_GetCurrentLineNumber(parser.get()), tag_bytes_max));
  }
}

}  // namespace inzicht::exchange
