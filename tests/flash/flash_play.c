// Plays the program off-screen with the real renderer and lets the flash meter look at every frame.
// usage: flash_play [--whole] [--rate=FRAMES-A-SECOND] [--minutes=N] [--list] [CASE-PREFIX ...]
//   the short round (25 frames a second, the telling seconds, one theme where all behave alike) is what ctest
//   runs; --whole plays every case in every theme, the clock over its whole axis at every speed, at 30 frames
//   a second, for about half an hour; --minutes begins no case after so many, and tells how many were left
//   out.
// Prints a line a case: the greatest share of any 341x256 px that made more transitions in a second than are
// allowed, and how many transitions a quarter of any made. Exit status 1 when a case exceeds the limit.
#include "app/run/app.h"
#include "app/run/script_play.h"
#include "app/run/script_read.h"
#include "app/stage/clock.h"
#include "app/stage/stage.h"
#include "app/state/requests.h"
#include "app/state/session.h"
#include "flash/flash_cases.h"
#include "flash/flash_meter.h"

#include "app/run/frame.h"
#include "app/run/script.h"
#include "app/story/present.h"
#include "app/story/story_player.h"
#include "platform/process.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WIDTH = 1024, HEIGHT = 768, SCRIPT_BYTES = 1 << 16 };

typedef struct player {
    app app;
    gfx_target *target;
    flash_meter *meter;
    double frame_s, time_s;
} player;

typedef struct flash_round {
    bool whole;
    double rate;    // frames a second
    double until_s; // on the clock of process_time_s(); 0 is no limit
    int cases, failed, frames, left_out;
} flash_round;

static int give_up(const error *e)
{
    fprintf(stderr, "flash_play: %s\n", e->text);
    return 1;
}

// The lowest quality, as on a slow machine: its light is the same, and one machine measures what another
// does.
static void lowest_quality(app *a)
{
    for (int i = 0; i < 2; i++)
        stage_measured(a->parts.picture, 1000.0, 0.0);
}

static bool frame(player *p, script *s, error *e)
{
    app *a = &p->app;
    a->frame.now_s = p->time_s;
    if (s)
        script_play(s, a, p->time_s);
    lowest_quality(a);
    request_redraw(a); // every frame is drawn, so that every frame is looked at
    app_tick(a, p->frame_s, p->target);
    image img = {0};
    if (!gfx_read(a->parts.gfx, p->target, &img, e))
        return false;
    flash_meter_take(p->meter, &img, p->time_s);
    image_destroy(&img);
    p->time_s += p->frame_s;
    return true;
}

static bool play_for(player *p, script *s, double seconds, error *e)
{
    bool good = true;
    for (double until = p->time_s + seconds; good && p->time_s < until - 1e-9;)
        good = frame(p, s, e);
    return good;
}

// The n-th of words parted by blanks, from the start again after the last.
static void word(const char *list, int n, char *out, size_t capacity)
{
    const char *at = list;
    for (int i = 0; i <= n; i++) {
        size_t length = strcspn(at, " ");
        snprintf(out, capacity, "%.*s", (int)length, at);
        at += length;
        at += *at == ' ';
        if (!*at)
            at = list;
    }
}

static bool widget_centre(const app *a, const char *id, float *x, float *y)
{
    ui_widget_info w;
    for (int i = 0; i < ui_widget_count(a->parts.ui); i++) {
        if (!ui_widget_at(a->parts.ui, i, &w) || strcmp(w.id, id) != 0)
            continue;
        *x = w.visible.x + 0.5f * w.visible.w;
        *y = w.visible.y + 0.5f * w.visible.h;
        return true;
    }
    return false;
}

// The presses of a case as a script.
static script *presses_of(const flash_case *c, const app *a, double from_s, double seconds, error *e)
{
    char *text = calloc(1, SCRIPT_BYTES), what[64];
    size_t used = 0;
    script *s = NULL;
    for (int n = 0; text && n * c->every_s < seconds && used < SCRIPT_BYTES - 128; n++) {
        double time_s = from_s + n * c->every_s;
        float x = 0.0f, y = 0.0f;
        word(c->keys ? c->keys : c->buttons, n, what, sizeof what);
        if (c->keys) {
            used += (size_t)snprintf(text + used, SCRIPT_BYTES - used, "%.3f key %s\n", time_s, what);
        } else if (widget_centre(a, what, &x, &y)) {
            used += (size_t)snprintf(text + used, SCRIPT_BYTES - used, "%.3f click %.0f %.0f\n", time_s,
                                     (double)x, (double)y);
        } else {
            error_set(e, "There is no widget %s.", what);
            free(text);
            return NULL;
        }
    }
    s = text ? script_parse(c->id, text, used, e) : NULL;
    free(text);
    return s;
}

static bool open_app(player *p, const flash_case *c, theme_id look, error *e)
{
    app *a = &p->app;
    options o = {.mode = RUN_BENCH,
                 .state = c->state,
                 .has_theme = true,
                 .theme = look,
                 .has_reduce_motion = true,
                 .reduce_motion = c->calm};
    if (!app_begin(a, &o, &(host){0}, e))
        return false;
    a->parts.eased = true;
    session_set_card_open(a, c->buttons != NULL);
    session_set_letter_keys(a, true);
    if (!app_begin_picture(a, WIDTH, HEIGHT, e))
        return false;
    if (c->story) {
        if (!player_open(a, c->story, e))
            return false;
        present_start(a);
    }
    gfx_target_def def = {.label = "flash", .width = WIDTH, .height = HEIGHT};
    p->target = gfx_target_create(a->parts.gfx, &def, e);
    p->meter = flash_meter_create(WIDTH, HEIGHT);
    return p->target && p->meter;
}

static bool play_case(player *p, const flash_case *c, play_speed speed, bool whole, error *e)
{
    app *a = &p->app;
    double seconds = c->seconds;
    static const double axis_s[SPEEDS] = {60.0, 30.0, 15.0};
    for (int i = 0; i < 6; i++)
        lowest_quality(a);
    if (!play_for(p, NULL, 2.0 * p->frame_s, e))
        return false;
    if (c->runs) {
        session_set_speed(a, speed);
        clock_play(a, true);
        a->session.view.t_min = whole ? 0.0 : a->session.view.t_min;
        seconds = whole ? axis_s[speed] + 1.0 : seconds;
    }
    script *s = NULL;
    if (c->keys || c->buttons) {
        s = presses_of(c, a, p->time_s, seconds, e);
        if (!s)
            return false;
    }
    bool good = play_for(p, s, seconds, e);
    script_destroy(s);
    return good;
}

static bool measure(const flash_case *c, theme_id look, play_speed speed, flash_round *r, error *e)
{
    static const char *const speeds[SPEEDS] = {"slow", "normal", "fast"};
    player *p = calloc(1, sizeof *p);
    if (!p) {
        error_set(e, "There is not enough memory.");
        return false;
    }
    p->frame_s = 1.0 / r->rate;
    bool good = open_app(p, c, look, e) && play_case(p, c, speed, r->whole, e);
    if (good) {
        flash_found general = flash_meter_found(p->meter, FLASH_GENERAL);
        flash_found red = flash_meter_found(p->meter, FLASH_RED);
        bool pass = flash_meter_passes(p->meter);
        printf("%s %-22s %-8s %-6s general %5.1f %% (%d transitions), red %5.1f %% (%d)",
               pass ? "ok    " : "FAILED", c->id, theme_get(look)->id, c->runs ? speeds[speed] : "",
               100.0 * general.share, general.transitions, 100.0 * red.share, red.transitions);
        if (!pass)
            printf(" at %.2f s, %d,%d", general.share_s, general.x, general.y);
        puts("");
        fflush(stdout);
        r->cases++;
        r->failed += !pass;
        r->frames += (int)(p->time_s / p->frame_s + 0.5);
    }
    flash_meter_destroy(p->meter);
    gfx_target_destroy(p->app.parts.gfx, p->target);
    app_end(&p->app);
    free(p);
    return good;
}

static bool wanted(const flash_case *c, int count, char **prefixes)
{
    bool any = false, named = false;
    for (int i = 0; i < count; i++) {
        if (prefixes[i][0] == '-')
            continue;
        any = true;
        named = named || strncmp(c->id, prefixes[i], strlen(prefixes[i])) == 0;
    }
    return named || !any;
}

static bool play_round(int count, char **prefixes, flash_round *r, error *e)
{
    for (int i = 0; i < flash_case_count; i++) {
        const flash_case *c = &flash_cases[i];
        if (!wanted(c, count, prefixes) || (c->whole_only && !r->whole))
            continue;
        int first = r->whole && c->runs ? SPEED_SLOW : SPEED_FAST;
        for (int look = 0; look < THEMES; look++)
            for (int speed = first; speed <= SPEED_FAST; speed++)
                if (!r->whole && !c->every_theme && look != (int)c->theme)
                    continue;
                else if (r->until_s > 0.0 && process_time_s() > r->until_s)
                    r->left_out++;
                else if (!measure(c, (theme_id)look, (play_speed)speed, r, e))
                    return false;
    }
    return true;
}

int main(int argc, char **argv)
{
    flash_round r = {.rate = 0.0};
    double minutes = 0.0, began = process_time_s();
    for (int i = 1; i < argc; i++) {
        r.whole = r.whole || strcmp(argv[i], "--whole") == 0;
        if (strncmp(argv[i], "--rate=", 7) == 0)
            r.rate = strtod(argv[i] + 7, NULL);
        if (strncmp(argv[i], "--minutes=", 10) == 0)
            minutes = strtod(argv[i] + 10, NULL);
        if (strcmp(argv[i], "--list") == 0) {
            for (int k = 0; k < flash_case_count; k++)
                puts(flash_cases[k].id);
            return 0;
        }
    }
    error e = {0};
    setenv("NEUROTIDE_ASSETS", NEUROTIDE_ASSETS_DIR, 1);
    gfx_offscreen *context = gfx_offscreen_create(false, process_has_library, &e);
    if (!context)
        return give_up(&e);
    if (!(r.rate >= 10.0 && r.rate <= 240.0))
        r.rate = r.whole ? 30.0 : 25.0;
    r.until_s = minutes > 0.0 ? began + 60.0 * minutes : 0.0;
    bool good = play_round(argc - 1, argv + 1, &r, &e);
    gfx_offscreen_destroy(context);
    if (!good)
        return give_up(&e);
    if (r.left_out)
        printf("There was no time for %d further cases.\n", r.left_out);
    printf("%d cases of %d, %d frames in %.0f s: %d exceed the limit\n", r.cases, r.cases + r.left_out,
           r.frames, process_time_s() - began, r.failed);
    return r.failed > 0;
}
