// Short names of languages, and how a system's names lead to them. No language is special but English.
#include "check.h"

#include "content/language.h"
#include <string.h>

static void a_short_name_is_told_from_anything_else(void **state)
{
    (void)state;
    static const char *const good[] = {"en", "es", "gsw", "pt_BR", "pt-br", "zh-Hant-TW", "qd"};
    static const char *const bad[] = {"",   "e",  "english", "EN",       "e1",   "../../etc",        "pt_",
                                      "..", ".x", "pt__BR",  "pt_B\xC3", "es/x", "abc_defghijklm12", "pt BR"};
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        if (!language_id_is(good[i]))
            fail_msg("%s is none", good[i]);
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        if (language_id_is(bad[i]))
            fail_msg("%s is one", bad[i]);
}

static void a_locale_leads_to_the_nearest_folder(void **state)
{
    (void)state;
    static char ids[][LANGUAGE_ID_MAX] = {"en", "pt", "pt_BR", "qx", "zh-Hant"};
    static const struct {
        const char *wanted, *found;
    } cases[] = {{"pt", "pt"},
                 {"pt_BR.UTF-8", "pt_BR"},
                 {"pt-br", "pt_BR"},
                 {"pt_PT@euro", "pt"},
                 {"qx_XX.UTF-8", "qx"},
                 {"zh_Hant_TW", "zh-Hant"},
                 {"EN_us", "en"},
                 {"C", "en"},
                 {"C.UTF-8", "en"},
                 {"POSIX", "en"},
                 {"zh_CN", NULL},
                 {"de_DE", NULL},
                 {"", NULL},
                 {".UTF-8", NULL},
                 {"p", NULL},
                 {"ptt", NULL},
                 {"q_XX", NULL},
                 {"qx_a_very_long_name_of_a_locale_indeed", NULL}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        int found = language_find(cases[i].wanted, ids, sizeof ids / sizeof ids[0]);
        const char *is = found < 0 ? "nothing" : ids[found],
                   *was = cases[i].found ? cases[i].found : "nothing";
        if (strcmp(is, was) != 0)
            fail_msg("%s leads to %s, not to %s", cases[i].wanted, is, was);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_short_name_is_told_from_anything_else),
        cmocka_unit_test(a_locale_leads_to_the_nearest_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
