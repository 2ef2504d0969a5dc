#include "tools/pictures/paper.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <numbers>

#include "tools/pictures/printable.h"

namespace inzicht {
namespace {

// The first for its shape, the second for letters that the first does not have.
constexpr const char* fonts = "Liberation Sans, DejaVu Sans";
constexpr double line_factor = 1.28;

cairo_status_t append(void* to, const unsigned char* bytes, unsigned length) {
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), length);
  return CAIRO_STATUS_SUCCESS;
}

void grey_of(cairo_t* cr, double grey) { cairo_set_source_rgb(cr, grey, grey, grey); }

}  // namespace

struct Paper::Surface {
  cairo_surface_t* surface = nullptr;
  cairo_t* cr = nullptr;
  // Of this paper alone: what the libraries keep for a whole program would never be given back.
  PangoFontMap* font_map = nullptr;
  PangoContext* context = nullptr;
  ~Surface() {
    g_object_unref(context);
    g_object_unref(font_map);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
  }
};

Paper::Paper(PaperSize size, const PaperFacts& facts) : size_(size), surface_(std::make_unique<Surface>()) {
  surface_->surface = cairo_pdf_surface_create_for_stream(append, &bytes_, size.width, size.height);
  const auto made = to_text(facts.made).substr(0, 19) + "Z";
  cairo_pdf_surface_set_metadata(surface_->surface, CAIRO_PDF_METADATA_TITLE, printable(facts.title).c_str());
  cairo_pdf_surface_set_metadata(surface_->surface, CAIRO_PDF_METADATA_CREATOR, "inzicht");
  cairo_pdf_surface_set_metadata(surface_->surface, CAIRO_PDF_METADATA_CREATE_DATE, made.c_str());
  surface_->cr = cairo_create(surface_->surface);
  surface_->font_map = pango_cairo_font_map_new();
  surface_->context = pango_font_map_create_context(surface_->font_map);
  pango_cairo_update_context(surface_->cr, surface_->context);
  pages_.emplace_back();
}

Paper::~Paper() = default;

void Paper::new_page() {
  pages_.emplace_back();
  at_ = pages_.size() - 1;
}

Laid Paper::lay(std::string_view words, const Lettering& type, double width) const {
  PangoLayout* layout = pango_layout_new(surface_->context);
  PangoFontDescription* font = pango_font_description_new();
  pango_font_description_set_family_static(font, fonts);
  pango_font_description_set_absolute_size(font, type.size * PANGO_SCALE);
  pango_font_description_set_weight(font, type.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description(layout, font);
  pango_font_description_free(font);
  pango_layout_set_width(layout, static_cast<int>(width * PANGO_SCALE));
  // A word that no line holds is broken; nothing is cut.
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  // Nor does it get a hyphen that nobody wrote: it may be an id.
  PangoAttrList* attributes = pango_attr_list_new();
  pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
  pango_layout_set_attributes(layout, attributes);
  pango_attr_list_unref(attributes);
  const auto clean = printable(words, Lines::keep);
  pango_layout_set_text(layout, clean.data(), static_cast<int>(clean.size()));
  PangoRectangle extents;
  pango_layout_get_extents(layout, nullptr, &extents);
  Laid out;
  out.layout_ = std::shared_ptr<void>(layout, [](void* one) { g_object_unref(one); });
  out.lines_ = words.empty() ? 0 : static_cast<std::size_t>(pango_layout_get_line_count(layout));
  out.line_height_ = type.size * line_factor;
  out.width_ = static_cast<double>(extents.width) / PANGO_SCALE;
  out.grey_ = type.grey;
  return out;
}

void Paper::put(const Laid& laid, double x, double y, std::size_t from, std::size_t until) {
  draw([layout = laid.layout_, step = laid.line_height_, grey = laid.grey_, x, y, from, until = std::min(until, laid.lines_)](cairo_t* cr) {
    grey_of(cr, grey);
    for (std::size_t n = from; n < until; ++n) {
      cairo_move_to(cr, x, y + static_cast<double>(n - from) * step + step / line_factor);
      pango_cairo_show_layout_line(cr, pango_layout_get_line_readonly(static_cast<PangoLayout*>(layout.get()), static_cast<int>(n)));
    }
  });
}

void Paper::line(double x1, double y1, double x2, double y2, double thickness, double grey) {
  draw([=](cairo_t* cr) {
    grey_of(cr, grey);
    cairo_set_line_width(cr, thickness);
    cairo_move_to(cr, x1, y1);
    cairo_line_to(cr, x2, y2);
    cairo_stroke(cr);
  });
}

void Paper::fill(double x, double y, double width, double height, double grey) {
  draw([=](cairo_t* cr) {
    grey_of(cr, grey);
    cairo_rectangle(cr, x, y, width, height);
    cairo_fill(cr);
  });
}

void Paper::frame(double x, double y, double width, double height, double round, double thickness) {
  draw([=](cairo_t* cr) {
    constexpr double quarter = std::numbers::pi / 2;
    grey_of(cr, 0.25);
    cairo_set_line_width(cr, thickness);
    cairo_new_sub_path(cr);
    cairo_arc(cr, x + width - round, y + round, round, -quarter, 0);
    cairo_arc(cr, x + width - round, y + height - round, round, 0, quarter);
    cairo_arc(cr, x + round, y + height - round, round, quarter, 2 * quarter);
    cairo_arc(cr, x + round, y + round, round, 2 * quarter, 3 * quarter);
    cairo_close_path(cr);
    cairo_stroke(cr);
  });
}

void Paper::tick_box(double x, double y, double size, bool ticked) {
  draw([=](cairo_t* cr) {
    grey_of(cr, 0);
    cairo_set_line_width(cr, 1.3);
    cairo_rectangle(cr, x, y, size, size);
    cairo_stroke(cr);
    if (!ticked) return;
    cairo_set_line_width(cr, 2.2);
    cairo_move_to(cr, x + size * 0.18, y + size * 0.52);
    cairo_line_to(cr, x + size * 0.42, y + size * 0.78);
    cairo_line_to(cr, x + size * 0.86, y + size * 0.18);
    cairo_stroke(cr);
  });
}

Result<std::string> Paper::finish(const Foot& foot) {
  for (at_ = 0; at_ < pages_.size(); ++at_) {
    foot(*this, at_ + 1, pages_.size());
    for (const Draw& one : pages_[at_]) one(surface_->cr);
    cairo_show_page(surface_->cr);
  }
  cairo_surface_finish(surface_->surface);
  const auto drawn = cairo_status(surface_->cr), made = cairo_surface_status(surface_->surface);
  if (drawn != CAIRO_STATUS_SUCCESS || made != CAIRO_STATUS_SUCCESS)
    return fail(ErrorCode::io, std::string("pdf: could not be made: ") + cairo_status_to_string(drawn != CAIRO_STATUS_SUCCESS ? drawn : made));
  return std::move(bytes_);
}

}  // namespace inzicht
