#include "CReviewPages.h"

#include <string.h>

// One pair of lines for each file of Web/, and one line in `files`.
static const unsigned char api_js[] = {
#embed "Web/api.js"
};
static const unsigned char article_js[] = {
#embed "Web/article.js"
};
static const unsigned char base_css[] = {
#embed "Web/base.css"
};
static const unsigned char denied_mustache[] = {
#embed "Web/denied.mustache"
};
static const unsigned char desk_css[] = {
#embed "Web/desk.css"
};
static const unsigned char desk_js[] = {
#embed "Web/desk.js"
};
static const unsigned char desk_mustache[] = {
#embed "Web/desk.mustache"
};
static const unsigned char dialogs_js[] = {
#embed "Web/dialogs.js"
};
static const unsigned char dom_js[] = {
#embed "Web/dom.js"
};
static const unsigned char draft_js[] = {
#embed "Web/draft.js"
};
static const unsigned char enter_mustache[] = {
#embed "Web/enter.mustache"
};
static const unsigned char fields_js[] = {
#embed "Web/fields.js"
};
static const unsigned char form_js[] = {
#embed "Web/form.js"
};
static const unsigned char help_js[] = {
#embed "Web/help.js"
};
static const unsigned char icon_svg[] = {
#embed "Web/icon.svg"
};
static const unsigned char keys_js[] = {
#embed "Web/keys.js"
};
static const unsigned char layout_mustache[] = {
#embed "Web/layout.mustache"
};
static const unsigned char marks_js[] = {
#embed "Web/marks.js"
};
static const unsigned char messages_tsv[] = {
#embed "Web/messages.tsv"
};
static const unsigned char outbox_js[] = {
#embed "Web/outbox.js"
};
static const unsigned char page_js[] = {
#embed "Web/page.js"
};
static const unsigned char place_js[] = {
#embed "Web/place.js"
};
static const unsigned char pages_css[] = {
#embed "Web/pages.css"
};
static const unsigned char plot_js[] = {
#embed "Web/plot.js"
};
static const unsigned char progress_js[] = {
#embed "Web/progress.js"
};
static const unsigned char progress_mustache[] = {
#embed "Web/progress.mustache"
};
static const unsigned char queue_js[] = {
#embed "Web/queue.js"
};
static const unsigned char settle_js[] = {
#embed "Web/settle.js"
};
static const unsigned char settle_mustache[] = {
#embed "Web/settle.mustache"
};
static const unsigned char text_js[] = {
#embed "Web/text.js"
};

typedef struct {
  const char *name;
  const unsigned char *bytes;
  long length;
} file;

static const file files[] = {
    {"api.js", api_js, sizeof api_js},
    {"article.js", article_js, sizeof article_js},
    {"base.css", base_css, sizeof base_css},
    {"denied.mustache", denied_mustache, sizeof denied_mustache},
    {"desk.css", desk_css, sizeof desk_css},
    {"desk.js", desk_js, sizeof desk_js},
    {"desk.mustache", desk_mustache, sizeof desk_mustache},
    {"dialogs.js", dialogs_js, sizeof dialogs_js},
    {"dom.js", dom_js, sizeof dom_js},
    {"draft.js", draft_js, sizeof draft_js},
    {"enter.mustache", enter_mustache, sizeof enter_mustache},
    {"fields.js", fields_js, sizeof fields_js},
    {"form.js", form_js, sizeof form_js},
    {"help.js", help_js, sizeof help_js},
    {"icon.svg", icon_svg, sizeof icon_svg},
    {"keys.js", keys_js, sizeof keys_js},
    {"layout.mustache", layout_mustache, sizeof layout_mustache},
    {"marks.js", marks_js, sizeof marks_js},
    {"messages.tsv", messages_tsv, sizeof messages_tsv},
    {"outbox.js", outbox_js, sizeof outbox_js},
    {"page.js", page_js, sizeof page_js},
    {"place.js", place_js, sizeof place_js},
    {"pages.css", pages_css, sizeof pages_css},
    {"plot.js", plot_js, sizeof plot_js},
    {"progress.js", progress_js, sizeof progress_js},
    {"progress.mustache", progress_mustache, sizeof progress_mustache},
    {"queue.js", queue_js, sizeof queue_js},
    {"settle.js", settle_js, sizeof settle_js},
    {"settle.mustache", settle_mustache, sizeof settle_mustache},
    {"text.js", text_js, sizeof text_js},
};

const char *creviewpages_name(long index) {
  if (index < 0 || index >= (long)(sizeof files / sizeof *files)) return 0;
  return files[index].name;
}

const unsigned char *creviewpages_file(const char *name, long *length) {
  for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
    if (strcmp(files[i].name, name) == 0) {
      *length = files[i].length;
      return files[i].bytes;
    }
  }
  *length = 0;
  return 0;
}
