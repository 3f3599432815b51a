#include "app/state/options.h"

#include "app/state/presentation.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

enum { SIZE_MOST = 8192, BENCH_MOST_S = 3600, IDLE_LEAST_S = 5, IDLE_MOST_S = 3600 };

// Returns false with a sentence in *e. `value` is NULL for options that take none.
typedef bool (*option_take)(options *o, const char *value, error *e);

typedef struct option_spec {
    option_name public;
    option_take take;
} option_spec;

static bool set_mode(options *o, run_mode mode, error *e)
{
    if (o->mode != RUN_WINDOW && o->mode != mode) {
        error_set(e,
                  "Two things to do at once; give one of --still, --describe, --check, --bench, --diagnose, "
                  "--version and --help.");
        return false;
    }
    o->mode = mode;
    return true;
}

// Plain decimal digits with at most one point: no signs, exponents, hexadecimal or "nan".
static bool plain_number(const char *text, double *out)
{
    int digits = 0, points = 0;
    for (const char *c = text; *c; c++) {
        digits += *c >= '0' && *c <= '9';
        points += *c == '.';
        if ((*c < '0' || *c > '9') && *c != '.')
            return false;
    }
    *out = digits > 0 && digits < 16 && points < 2 ? strtod(text, NULL) : -1;
    return *out >= 0;
}

static bool take_state(options *o, const char *value, error *e)
{
    (void)e; // what is wrong inside is listed when it is parsed, and never stops the start
    o->state = value;
    return true;
}

static bool take_still(options *o, const char *value, error *e)
{
    if (!value[0]) {
        error_set(e, "--still needs the name of the picture to write, such as out.png.");
        return false;
    }
    o->still_path = value;
    return set_mode(o, RUN_STILL, e);
}

static bool take_size(options *o, const char *value, error *e)
{
    char copy[16] = "";
    double width = 0, height = 0;
    const char *x = strchr(value, 'x');
    if (x && (size_t)(x - value) < sizeof copy)
        memcpy(copy, value, (size_t)(x - value));
    bool whole = x && !strchr(value, '.') && plain_number(copy, &width) && plain_number(x + 1, &height);
    if (!whole || width < 1 || width > SIZE_MOST || height < 1 || height > SIZE_MOST) {
        error_set(e, "--size %.40s: expected width x height in pixels such as 1920x1080, each from 1 to %d.",
                  value, SIZE_MOST);
        return false;
    }
    o->width = (int)width;
    o->height = (int)height;
    return true;
}

static bool take_describe(options *o, const char *value, error *e)
{
    (void)value;
    return set_mode(o, RUN_DESCRIBE, e);
}

static bool take_narrate(options *o, const char *value, error *e)
{
    (void)value;
    (void)e;
    o->narrate = true;
    return true;
}

static bool take_lang(options *o, const char *value, error *e)
{
    if (!language_id_is(value)) {
        error_set(e, "--lang %.40s: expected the short name of a language, such as en or es.", value);
        return false;
    }
    o->lang = value;
    return true;
}

static bool take_theme(options *o, const char *value, error *e)
{
    o->has_theme = theme_find(value, &o->theme);
    if (!o->has_theme)
        error_set(e, "--theme %.40s: expected night, daylight or contrast.", value);
    return o->has_theme;
}

static bool take_text_size(options *o, const char *value, error *e)
{
    double percent = 0;
    if (!plain_number(value, &percent) || !presentation_text_is(percent)) {
        error_set(e, "--text-size %.40s: expected a percentage from %d to %d.", value,
                  PRESENTATION_TEXT_LEAST, PRESENTATION_TEXT_MOST);
        return false;
    }
    o->text_scale = (float)(percent / 100);
    o->has_text_size = true;
    return true;
}

static bool take_reduce_motion(options *o, const char *value, error *e)
{
    (void)value;
    (void)e;
    o->reduce_motion = o->has_reduce_motion = true;
    return true;
}

static bool take_fullscreen(options *o, const char *value, error *e)
{
    (void)value;
    (void)e;
    o->fullscreen = true;
    return true;
}

static bool take_present(options *o, const char *value, error *e)
{
    (void)value;
    (void)e;
    o->present = true;
    return true;
}

static bool take_kiosk(options *o, const char *value, error *e)
{
    (void)value;
    (void)e;
    o->kiosk = true;
    return true;
}

static bool take_idle(options *o, const char *value, error *e)
{
    bool good = plain_number(value, &o->idle_s) && o->idle_s >= IDLE_LEAST_S && o->idle_s <= IDLE_MOST_S;
    if (!good)
        error_set(e, "--idle %.40s: expected after how many seconds alone the kiosk starts anew, %d to %d.",
                  value, IDLE_LEAST_S, IDLE_MOST_S);
    return good;
}

static bool take_script(options *o, const char *value, error *e)
{
    (void)e;
    o->script_path = value;
    return true;
}

static bool take_bench(options *o, const char *value, error *e)
{
    if (!plain_number(value, &o->bench_s) || o->bench_s <= 0 || o->bench_s > BENCH_MOST_S) {
        error_set(e, "--bench %.40s: expected how many seconds to measure, more than 0 and at most %d.",
                  value, BENCH_MOST_S);
        return false;
    }
    return set_mode(o, RUN_BENCH, e);
}

static bool take_es(options *o, const char *value, error *e)
{
    (void)value;
    (void)e;
    o->es = true;
    return true;
}

static bool take_check(options *o, const char *value, error *e)
{
    if (!value[0]) {
        error_set(e, "--check needs the name of a story's file, such as lesson.yaml.");
        return false;
    }
    o->check_path = value;
    return set_mode(o, RUN_CHECK, e);
}

static bool take_diagnose(options *o, const char *value, error *e)
{
    (void)value;
    return set_mode(o, RUN_DIAGNOSE, e);
}

static bool take_version(options *o, const char *value, error *e)
{
    (void)value;
    return set_mode(o, RUN_VERSION, e);
}

static bool take_help(options *o, const char *value, error *e)
{
    (void)value;
    return set_mode(o, RUN_HELP, e);
}

static const option_spec table[] = {
    {{"state", "STATE"}, take_state},
    {{"still", "OUT.png"}, take_still},
    {{"size", "WxH"}, take_size},
    {{"describe", NULL}, take_describe},
    {{"narrate", NULL}, take_narrate},
    {{"lang", "LANG"}, take_lang},
    {{"theme", "THEME"}, take_theme},
    {{"text-size", "PERCENT"}, take_text_size},
    {{"reduce-motion", NULL}, take_reduce_motion},
    {{"present", NULL}, take_present},
    {{"kiosk", NULL}, take_kiosk},
    {{"idle", "SECONDS"}, take_idle},
    {{"fullscreen", NULL}, take_fullscreen},
    {{"check", "STORY"}, take_check},
    {{"script", "FILE"}, take_script},
    {{"bench", "SECONDS"}, take_bench},
    {{"es", NULL}, take_es},
    {{"diagnose", NULL}, take_diagnose},
    {{"version", NULL}, take_version},
    {{"help", NULL}, take_help},
};

const option_name *options_name(int index)
{
    bool inside = index >= 0 && index < (int)(sizeof table / sizeof *table);
    return inside ? &table[index].public : NULL;
}

// "--size=800x600" and "--size 800x600" say the same. *inlined: the value after '=', NULL without one.
static const option_spec *find(const char *argument, const char **inlined)
{
    const char *equals = strchr(argument, '=');
    size_t length = equals ? (size_t)(equals - argument) : strlen(argument);
    *inlined = equals ? equals + 1 : NULL;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        const char *name = table[i].public.name;
        if (strlen(name) == length - 2 && memcmp(argument + 2, name, length - 2) == 0)
            return &table[i];
    }
    return NULL;
}

static bool refuse(const char *argument, error *e)
{
    if (!utf8_valid(argument, strlen(argument)))
        error_set(e, "An argument is not text; --help lists what is understood.");
    else
        error_set(e, "There is no option %.40s; --help lists those there are.", argument);
    return false;
}

// What stands without dashes is the story; the name of a file may be of any bytes.
static bool take_story(options *o, const char *argument, error *e)
{
    if (o->story)
        error_set(e, "Two stories, %.80s and %.80s; give one.", o->story, argument);
    else if (!argument[0])
        error_set(e, "An argument is empty; --help lists what is understood.");
    else
        o->story = argument;
    return o->story == argument;
}

bool options_parse(int argc, char **argv, options *out, error *e)
{
    *out = (options){.mode = RUN_WINDOW, .text_scale = 1, .theme = THEME_NIGHT, .idle_s = 60};
    for (int i = 1; i < argc; i++) {
        const char *inlined = NULL;
        if (argv[i][0] != '-') {
            if (!take_story(out, argv[i], e))
                return false;
            continue;
        }
        bool dashed = strncmp(argv[i], "--", 2) == 0 && argv[i][2];
        const option_spec *s = dashed ? find(argv[i], &inlined) : NULL;
        if (!s)
            return refuse(argv[i], e);
        if (!s->public.value && inlined) {
            error_set(e, "--%s takes no value.", s->public.name);
            return false;
        }
        const char *value = inlined;
        if (s->public.value && !value && i + 1 < argc)
            value = argv[++i];
        if (s->public.value && !value) {
            error_set(e, "--%s needs a value: --%s %s.", s->public.name, s->public.name, s->public.value);
            return false;
        }
        if (!s->take(out, value, e))
            return false;
    }
    if (out->script_path && (out->mode == RUN_CHECK || out->mode == RUN_DIAGNOSE)) {
        error_set(e, "--script plays in a window or with --still, --describe or --bench; leave it out here.");
        return false;
    }
    if (out->present && !out->story)
        error_set(e, "--present needs a story: its name or its file, such as neurotide consult --present.");
    return !out->present || out->story;
}
