#include "CLexicon.h"

#include <string.h>

// One pair of lines for each table of Data/, and one line in `tables`.
static const unsigned char traditional[] = {
#embed "Data/traditional.tsv"
};
static const unsigned char units[] = {
#embed "Data/units.tsv"
};
static const unsigned char currencies[] = {
#embed "Data/currencies.tsv"
};
static const unsigned char quantity_words[] = {
#embed "Data/quantity-words.tsv"
};
static const unsigned char fixed_phrases[] = {
#embed "Data/fixed-phrases.tsv"
};
static const unsigned char time_words[] = {
#embed "Data/time-words.tsv"
};
static const unsigned char lunar_calendar[] = {
#embed "Data/lunar-calendar.tsv"
};
static const unsigned char places[] = {
#embed "Data/places.tsv"
};
static const unsigned char universities[] = {
#embed "Data/universities.tsv"
};
static const unsigned char organizations[] = {
#embed "Data/organizations.tsv"
};
static const unsigned char people[] = {
#embed "Data/people.tsv"
};
static const unsigned char names[] = {
#embed "Data/names.tsv"
};
static const unsigned char word_classes[] = {
#embed "Data/word-classes.tsv"
};
static const unsigned char parts_of_speech[] = {
#embed "Data/parts-of-speech.tsv"
};
static const unsigned char sentence_words[] = {
#embed "Data/sentence-words.tsv"
};
static const unsigned char common_words[] = {
#embed "Data/common-words.tsv"
};
static const unsigned char layout_words[] = {
#embed "Data/layout-words.tsv"
};
static const unsigned char table_words[] = {
#embed "Data/table-words.tsv"
};
static const unsigned char layout_weights[] = {
#embed "Data/layout-weights.tsv"
};
static const unsigned char name_weights[] = {
#embed "Data/name-weights.tsv"
};
static const unsigned char measure_weights[] = {
#embed "Data/measure-weights.tsv"
};
static const unsigned char aspect_weights[] = {
#embed "Data/aspect-weights.tsv"
};
static const unsigned char idle_weights[] = {
#embed "Data/idle-weights.tsv"
};
static const unsigned char status_weights[] = {
#embed "Data/status-weights.tsv"
};
static const unsigned char subject_weights[] = {
#embed "Data/subject-weights.tsv"
};

// Files of Pages/, which are no words.
static const unsigned char dataset_html[] = {
#embed "Pages/dataset.html"
};
static const unsigned char dataset_css[] = {
#embed "Pages/dataset.css"
};
static const unsigned char dataset_js[] = {
#embed "Pages/dataset.js"
};
static const unsigned char parquet_py[] = {
#embed "Pages/parquet.py"
};

typedef struct {
  const char *name;
  const unsigned char *bytes;
  long length;
} table;

static const table tables[] = {
    {"traditional", traditional, sizeof traditional},
    {"units", units, sizeof units},
    {"currencies", currencies, sizeof currencies},
    {"quantity-words", quantity_words, sizeof quantity_words},
    {"fixed-phrases", fixed_phrases, sizeof fixed_phrases},
    {"time-words", time_words, sizeof time_words},
    {"lunar-calendar", lunar_calendar, sizeof lunar_calendar},
    {"places", places, sizeof places},
    {"universities", universities, sizeof universities},
    {"organizations", organizations, sizeof organizations},
    {"people", people, sizeof people},
    {"names", names, sizeof names},
    {"word-classes", word_classes, sizeof word_classes},
    {"parts-of-speech", parts_of_speech, sizeof parts_of_speech},
    {"sentence-words", sentence_words, sizeof sentence_words},
    {"common-words", common_words, sizeof common_words},
    {"layout-words", layout_words, sizeof layout_words},
    {"table-words", table_words, sizeof table_words},
    {"layout-weights", layout_weights, sizeof layout_weights},
    {"name-weights", name_weights, sizeof name_weights},
    {"measure-weights", measure_weights, sizeof measure_weights},
    {"aspect-weights", aspect_weights, sizeof aspect_weights},
    {"idle-weights", idle_weights, sizeof idle_weights},
    {"status-weights", status_weights, sizeof status_weights},
    {"subject-weights", subject_weights, sizeof subject_weights},
};

static const table pages[] = {
    {"dataset.html", dataset_html, sizeof dataset_html},
    {"dataset.css", dataset_css, sizeof dataset_css},
    {"dataset.js", dataset_js, sizeof dataset_js},
    {"parquet.py", parquet_py, sizeof parquet_py},
};

static const unsigned char *find(const table *list, size_t count, const char *name, long *length) {
  for (size_t i = 0; i < count; i++) {
    if (strcmp(list[i].name, name) == 0) {
      *length = list[i].length;
      return list[i].bytes;
    }
  }
  *length = 0;
  return 0;
}

const unsigned char *clexicon_table(const char *name, long *length) {
  return find(tables, sizeof tables / sizeof *tables, name, length);
}

const unsigned char *clexicon_page(const char *name, long *length) {
  return find(pages, sizeof pages / sizeof *pages, name, length);
}

const unsigned char *clexicon_table_at(long index, long *length) {
  if (index < 0 || index >= (long)(sizeof tables / sizeof *tables)) return 0;
  *length = tables[index].length;
  return tables[index].bytes;
}
