#include "platform/process.h"

#include <SDL2/SDL_loadso.h>
#include <SDL2/SDL_locale.h>
#include <SDL2/SDL_stdinc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#ifndef _WIN32
#include <sys/resource.h>
#include <unistd.h>
#endif

double process_time_s(void)
{
    struct timespec now;
#ifdef CLOCK_MONOTONIC
    clock_gettime(CLOCK_MONOTONIC, &now);
#else
    timespec_get(&now, TIME_UTC);
#endif
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

void process_local_time(int *hour, int *minute)
{
    time_t now = time(NULL);
    struct tm local = {0};
#ifdef _WIN32
    localtime_s(&local, &now);
#else
    localtime_r(&now, &local);
#endif
    *hour = local.tm_hour;
    *minute = local.tm_min;
}

#ifdef __linux__
// Field 22 of /proc/self/stat, counted after the command name because that may hold spaces and brackets.
static double start_since_boot_s(void)
{
    char text[1024];
    FILE *f = fopen("/proc/self/stat", "r");
    if (!f)
        return -1;
    size_t length = fread(text, 1, sizeof text - 1, f);
    fclose(f);
    text[length] = '\0';
    const char *at = strrchr(text, ')');
    for (int field = 2; at && field < 22; field++)
        at = strchr(at + 1, ' ');
    double ticks_per_s = (double)sysconf(_SC_CLK_TCK);
    return at && ticks_per_s > 0 ? strtod(at + 1, NULL) / ticks_per_s : -1;
}
#endif

double process_since_start_ms(void)
{
#ifdef __linux__
    struct timespec now;
    double start = start_since_boot_s();
    if (start >= 0 && clock_gettime(CLOCK_BOOTTIME, &now) == 0) {
        double ms = 1e3 * ((double)now.tv_sec + 1e-9 * (double)now.tv_nsec - start);
        return ms > 0 ? ms : 0;
    }
#endif
    return 1e3 * process_cpu_s(); // a lower bound: what the process waited for is left out
}

double process_peak_rss_mb(void)
{
#ifdef __linux__
    // getrusage() would count what the shell before exec() had used
    char line[256];
    double kb = 0;
    FILE *f = fopen("/proc/self/status", "r");
    while (f && fgets(line, sizeof line, f)) {
        if (strncmp(line, "VmHWM:", 6) == 0)
            kb = strtod(line + 6, NULL);
    }
    if (f)
        fclose(f);
    if (kb > 0)
        return kb / 1024;
#endif
#ifdef _WIN32
    return 0;
#else
    struct rusage use;
    if (getrusage(RUSAGE_SELF, &use) != 0)
        return 0;
#ifdef __APPLE__
    return (double)use.ru_maxrss / (1024.0 * 1024.0);
#else
    return (double)use.ru_maxrss / 1024.0;
#endif
#endif
}

double process_cpu_s(void)
{
    return (double)clock() / CLOCKS_PER_SEC;
}

static int add_language(char out[PROCESS_LANGUAGES_MAX][PROCESS_LANGUAGE_BYTES], int count, const char *name,
                        size_t length)
{
    if (length == 0 || length >= PROCESS_LANGUAGE_BYTES || count == PROCESS_LANGUAGES_MAX)
        return count;
    memcpy(out[count], name, length);
    out[count][length] = '\0';
    return count + 1;
}

int process_languages(char out[PROCESS_LANGUAGES_MAX][PROCESS_LANGUAGE_BYTES])
{
    int count = 0;
#if defined(__unix__) && !defined(__APPLE__)
    // LANGUAGE alone is a list; elsewhere a colon has no meaning.
    static const char *const names[] = {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const char *at = getenv(names[i]);
        while (at && *at) {
            size_t length = strcspn(at, ":");
            count = add_language(out, count, at, length);
            at += length + (at[length] == ':');
        }
    }
#else
    SDL_Locale *all = SDL_GetPreferredLocales();
    for (const SDL_Locale *l = all; l && l->language; l++) {
        char name[PROCESS_LANGUAGE_BYTES];
        snprintf(name, sizeof name, "%s%s%s", l->language, l->country ? "_" : "",
                 l->country ? l->country : "");
        count = add_language(out, count, name, strlen(name));
    }
    SDL_free(all);
#endif
    return count;
}

bool process_has_library(const char *name)
{
    void *library = SDL_LoadObject(name);
    if (library)
        SDL_UnloadObject(library);
    return library != NULL;
}
