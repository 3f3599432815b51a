// The models of both halves, and what of them is drawn.
#include "scene/synapse/synapse_live.h"

#include "base/ease.h"
#include "scene/synapse/synapse_scene.h"
#include "view/view_clock.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// Along the clock's axis; a running clock moves less between two frames, a hand on it more.
static const double jump_axis = 0.006;
static const double ease_s = 0.07; // e-fold of a machine's moves
static const double turn_s = 0.70; // that a molecule takes through a pump
static const double open_s = 0.50; // a vesicle stays open
static const float unit_um[SIDE_COUNT] = {1.0f, 0.165f};
static const float height_um[SIDE_COUNT] = {(float)SYNAPSE_SEROTONIN_HEIGHT_UM,
                                            (float)SYNAPSE_GLUTAMATE_HEIGHT_UM};
// The middle of the model's coordinates, scene units. On the left the cut runs through the foremost row of
// pumps, so that they are seen to span the membrane.
static const float middle[SIDE_COUNT][2] = {{-1.0f, SYNAPSE_FRONT - 0.1f}, {0.0f, SYNAPSE_AXIS_Y}};

double synapse_um_per_unit(side s)
{
    return (double)unit_um[s];
}

double synapse_stretch(side s)
{
    return (double)((SYNAPSE_CEILING - SYNAPSE_FLOOR) * unit_um[s] / height_um[s]);
}

double synapse_slow_motion(side s)
{
    return 1000.0 / (s == SIDE_SSRI ? SYNAPSE_SEROTONIN_MS_PER_S : SYNAPSE_GLUTAMATE_MS_PER_S);
}

void synapse_place(side s, float x_um, float y_um, float z_um, float out[3])
{
    out[0] = middle[s][0] + x_um / unit_um[s];
    out[1] = middle[s][1] + y_um / unit_um[s];
    out[2] = SYNAPSE_CEILING - (SYNAPSE_CEILING - SYNAPSE_FLOOR) * z_um / height_um[s];
}

synapse_conditions synapse_conditions_of(const view_state *v, const treatment *t)
{
    synapse_conditions c = {.seed = v->seed,
                            .inputs = treatment_inputs_of(t),
                            .target = v->target,
                            .mg = v->mg,
                            .true_scale = v->true_scale};
    for (int s = 0; s < SIDE_COUNT; s++)
        c.moment_min[s] = view_moment_min(v, (side)s);
    c.ketamine_uM = treatment_at(t, c.moment_min[SIDE_KETAMINE]).ketamine_uM;
    c.occupancy = treatment_at(t, c.moment_min[SIDE_SSRI]).ssri_occupancy;
    return c;
}

static bool jumped(const synapse_conditions *a, const synapse_conditions *b, side s)
{
    bool input = s == SIDE_SSRI
                     ? a->inputs.ssri_target != b->inputs.ssri_target
                     : a->inputs.ketamine_mg_per_kg != b->inputs.ketamine_mg_per_kg ||
                           a->target != b->target || a->true_scale != b->true_scale || a->mg != b->mg;
    double along = fabs(view_axis_of_time(a->moment_min[s]) - view_axis_of_time(b->moment_min[s]));
    return input || a->seed != b->seed || along > jump_axis;
}

static synapse_glutamate_def glutamate_def(const synapse_conditions *c)
{
    synapse_glutamate_def d = synapse_glutamate_def_default();
    d.seed = c->seed;
    d.ketamine_uM = c->ketamine_uM;
    d.target = c->target == VIEW_PYRAMIDAL ? SYNAPSE_PYRAMIDAL : SYNAPSE_INTERNEURON;
    d.scale = c->true_scale ? SYNAPSE_TRUE : SYNAPSE_SEEN;
    d.magnesium = c->mg;
    return d;
}

static synapse_serotonin_def serotonin_def(const synapse_conditions *c)
{
    synapse_serotonin_def d = synapse_serotonin_def_default();
    d.seed = c->seed;
    d.occupancy = c->occupancy;
    return d;
}

// --- what is drawn

// A new picture shows where things are, without a way there: less than no time passes.
static const double afresh_s = -1.0;

static float toward(float now, bool wanted, double dt_s)
{
    float goal = wanted ? 1.0f : 0.0f;
    if (dt_s < 0.0)
        return goal;
    float keep = (float)exp(-dt_s / ease_s);
    return goal + (now - goal) * keep;
}

static void move_machine(synapse_machine *m, double dt_s)
{
    m->bound = toward(m->bound, m->held, dt_s);
    m->open = toward(m->open, m->opened, dt_s);
    m->mg = toward(m->mg, m->mg_in, dt_s);
    m->plugged = toward(m->plugged, m->drug_in, dt_s);
}

static int count_molecules(diffusion_molecules m)
{
    return m.count < SYNAPSE_MOLECULES ? m.count : SYNAPSE_MOLECULES;
}

// The glutamate synapse is round: drawn turned about its axis, it is the same synapse.
static void place_turned(const synapse *y, float x_um, float y_um, float z_um, float out[3])
{
    const float c = y->turn[0], s = y->turn[1];
    synapse_place(SIDE_KETAMINE, c * x_um - s * y_um, s * x_um + c * y_um, z_um, out);
}

// Even in slow motion a molecule crosses the cleft within a frame or two; drawn anew every time, hundreds of
// them would be a flicker over the whole cleft (tests/flash). So each is looked at every few frames, never
// all together, and stays where it was seen meanwhile. A new picture looks at all.
static void take_molecules(synapse *y, side s, diffusion_molecules free, double dt_s)
{
    synapse_sight *g = &y->sight[s];
    g->looks++;
    g->molecule_count = count_molecules(free);
    for (int i = 0; i < g->molecule_count; i++) {
        synapse_glimpse *seen = &g->glimpses[free.id[i] % SYNAPSE_MOLECULES];
        bool due = (free.id[i] + g->looks) % SYNAPSE_LOOK_EVERY == 0;
        if (dt_s <= 0.0 || due || seen->mark != free.id[i] + 1) {
            seen->mark = free.id[i] + 1;
            if (s == SIDE_SSRI)
                synapse_place(s, free.x[i], free.y[i], free.z[i], seen->at);
            else
                place_turned(y, free.x[i], free.y[i], free.z[i], seen->at);
        }
        memcpy(g->molecules[i], seen->at, sizeof seen->at);
    }
}

// How well the receptors, and before all the NMDA receptors, are seen when the synapse is turned so: in
// front, not hidden by others.
static float seen_when_turned(const synapse_glutamate *g, float c, float s)
{
    const float depth = (float)SYNAPSE_GLUTAMATE_DENSITY_UM;
    float place[SYNAPSE_RECEPTORS][2], sum = 0.0f;
    for (int i = 0; i < SYNAPSE_RECEPTORS; i++) {
        synapse_receptor r = synapse_glutamate_receptor(g, i);
        place[i][0] = c * r.x - s * r.y;
        place[i][1] = s * r.x + c * r.y;
    }
    for (int i = 0; i < SYNAPSE_RECEPTORS; i++) {
        float hidden = 0.0f;
        for (int k = 0; k < SYNAPSE_RECEPTORS; k++) {
            float nearer = place[i][1] - place[k][1], aside = fabsf(place[i][0] - place[k][0]);
            if (k != i && nearer > 0.0f && nearer < 0.6f * depth)
                hidden += fmaxf(0.0f, 1.0f - aside / (0.19f * depth));
        }
        float front = 0.5f - 0.5f * place[i][1] / depth;
        float worth = i < SYNAPSE_AMPA ? 0.7f : 1.0f;
        sum += worth * front * front * fmaxf(0.0f, 1.0f - hidden);
    }
    return sum;
}

// Turned so that what the half is about stands in front.
static void choose_turn(synapse *y)
{
    enum { TURNS = 120 };
    float most = -1.0f;
    for (int i = 0; i < TURNS; i++) {
        float a = 6.28318531f * (float)i / TURNS, c = cosf(a), s = sinf(a);
        float seen = seen_when_turned(y->glutamate, c, s);
        if (seen > most) {
            most = seen;
            y->turn[0] = c;
            y->turn[1] = s;
        }
    }
}

// Transporters sit where the model takes molecules up, at its rim; those in sight are drawn.
static void take_uptake(synapse_sight *g, int index, int number, double dt_s)
{
    const float reach = 0.30f, first = 0.38f, apart = 0.20f; // scene units; radians from straight behind
    synapse_machine *m = &g->machines[index];
    float sign = number % 2 ? 1.0f : -1.0f, a = sign * (first + apart * (float)(number / 2));
    m->kind = SYNAPSE_DRAWN_UPTAKE;
    m->at[0] = SYNAPSE_RIM * sinf(a);
    m->at[1] = SYNAPSE_AXIS_Y + SYNAPSE_RIM * cosf(a);
    m->at[2] = number / 2 % 2 ? -0.15f : 0.15f;
    m->lean = sign * 1.45f; // the mouth to the synapse
    bool near = false;
    for (int i = 0; i < g->molecule_count && !near; i++) {
        const float *p = g->molecules[i];
        float dx = p[0] - m->at[0], dy = p[1] - m->at[1], dz = p[2] - m->at[2];
        near = dx * dx + dy * dy + dz * dz < reach * reach;
    }
    m->bound = toward(m->bound, near, dt_s);
}

static void take_glutamate(synapse *y, double dt_s)
{
    synapse_sight *g = &y->sight[SIDE_KETAMINE];
    diffusion_molecules free = synapse_glutamate_molecules(y->glutamate);
    g->molecule_count = count_molecules(free);
    for (int i = 0; i < g->molecule_count; i++)
        place_turned(y, free.x[i], free.y[i], free.z[i], g->molecules[i]);
    g->machine_count = SYNAPSE_RECEPTORS + SYNAPSE_UPTAKES;
    for (int i = 0; i < SYNAPSE_RECEPTORS; i++) {
        synapse_receptor r = synapse_glutamate_receptor(y->glutamate, i);
        synapse_machine *m = &g->machines[i];
        place_turned(y, r.x, r.y, 0.0f, m->at);
        m->at[2] = SYNAPSE_FLOOR;
        m->kind = r.kind == SYNAPSE_KIND_NMDA ? SYNAPSE_DRAWN_NMDA : SYNAPSE_DRAWN_AMPA;
        m->held = r.bound;
        m->opened = r.bound && !r.magnesium && !r.ketamine;
        m->mg_in = r.magnesium;
        m->drug_in = r.ketamine;
        move_machine(m, dt_s);
    }
    for (int i = 0; i < SYNAPSE_UPTAKES; i++)
        take_uptake(g, SYNAPSE_RECEPTORS + i, i, dt_s);
}

// A pump moves one molecule after the other; where more are taken up than can be shown, some go unseen.
static float turned_on(float before, double since_uptake_s, double dt_s)
{
    bool taking = since_uptake_s < turn_s;
    if (dt_s < 0.0)
        return taking ? (float)(since_uptake_s / turn_s) : 0.0f;
    if (dt_s == 0.0 || (before <= 0.0f && since_uptake_s > 2.0 * dt_s))
        return before;
    float now = before + (float)(dt_s / turn_s);
    if (now < 1.0f)
        return now;
    return taking ? now - 1.0f : 0.0f;
}

static void take_serotonin(synapse *y, double dt_s)
{
    synapse_sight *g = &y->sight[SIDE_SSRI];
    diffusion_molecules free = synapse_serotonin_molecules(y->serotonin);
    take_molecules(y, SIDE_SSRI, free, dt_s);
    g->machine_count = SYNAPSE_SERTS + SYNAPSE_5HT_RECEPTORS;
    for (int i = 0; i < g->machine_count; i++) {
        synapse_machine *m = &g->machines[i];
        if (i < SYNAPSE_SERTS) {
            synapse_sert sert = synapse_serotonin_sert(y->serotonin, i);
            synapse_place(SIDE_SSRI, sert.x, sert.y, 0.0f, m->at);
            m->at[2] = SYNAPSE_CEILING;
            m->kind = SYNAPSE_DRAWN_SERT;
            m->drug_in = sert.plugged;
            m->turned = turned_on(m->turned, sert.since_uptake_s, dt_s);
        } else {
            synapse_5ht_receptor r = synapse_serotonin_receptor(y->serotonin, i - SYNAPSE_SERTS);
            synapse_place(SIDE_SSRI, r.x, r.y, 0.0f, m->at);
            m->at[2] = SYNAPSE_FLOOR;
            m->kind = SYNAPSE_DRAWN_5HT;
            m->held = r.bound;
        }
        move_machine(m, dt_s);
    }
}

// A vesicle docks full, opens, empties, draws back and comes again filled.
static synapse_vesicle docked(float x, float y, double since_s, double cycle_s)
{
    float shut = SYNAPSE_CEILING + SYNAPSE_MEMBRANE + SYNAPSE_VESICLE_RADIUS;
    double rest = cycle_s - open_s > 0.1 ? cycle_s - open_s : 0.1, after = (since_s - open_s) / rest;
    synapse_vesicle v = {.at = {x, y, shut}, .full = 1.0f};
    if (since_s < open_s) {
        v.full = 1.0f - (float)ease_out(since_s / (0.7 * open_s));
        v.open = (float)(ease_in_out(since_s / 0.06) *
                         (1.0 - ease_in_out((since_s - 0.7 * open_s) / (0.3 * open_s))));
        v.at[2] -= 0.5f * SYNAPSE_MEMBRANE * v.open;
    } else if (after < 1.0) {
        v.full = (float)ease_in_out((after - 0.2) / 0.55);
        v.at[2] += 0.07f * (float)(ease_in_out(after / 0.25) * (1.0 - ease_in_out((after - 0.65) / 0.3)));
    }
    return v;
}

static void take_vesicles(synapse *y)
{
    // Those that wait, behind the cut: across, away, above the docked ones.
    static const float waiting[][3] = {
        {0.42f, -0.15f, 0.00f},  {-0.40f, -0.25f, 0.00f}, {-0.80f, -0.10f, 0.01f}, {0.82f, -0.25f, 0.01f},
        {-0.17f, -0.20f, 0.17f}, {0.20f, 0.00f, 0.18f},   {-0.60f, 0.05f, 0.10f},  {0.62f, -0.10f, 0.10f},
        {-0.99f, -0.25f, 0.03f}, {1.00f, -0.05f, 0.03f},  {-0.39f, 0.10f, 0.17f},  {0.02f, -0.25f, 0.35f},
        {0.41f, 0.05f, 0.16f},   {0.13f, 0.05f, 0.53f},   {-0.13f, -0.15f, 0.52f}};
    enum { WAITING = sizeof waiting / sizeof waiting[0] };
    synapse_glutamate_state glu = synapse_glutamate_state_of(y->glutamate);
    synapse_serotonin_state ser = synapse_serotonin_state_of(y->serotonin);
    for (int s = 0; s < SIDE_COUNT; s++) {
        synapse_sight *g = &y->sight[s];
        int n = 0, sites = s == SIDE_SSRI ? SYNAPSE_SITES : 1;
        for (int i = 0; i < sites; i++) {
            float x = 0.0f, away = 0.0f, at[3];
            if (s == SIDE_SSRI)
                synapse_serotonin_site(i, &x, &away);
            synapse_place((side)s, x, away, 0.0f, at);
            bool last = s == SIDE_KETAMINE || i == ser.last_site;
            double since = s == SIDE_SSRI ? ser.since_release_s : glu.since_release_s;
            double cycle = since + (s == SIDE_SSRI ? ser.to_release_s : glu.to_release_s);
            g->vesicles[n++] = last ? docked(at[0], at[1], since, cycle) : docked(at[0], at[1], 2.0, 1.0);
        }
        float shut = SYNAPSE_CEILING + SYNAPSE_MEMBRANE + SYNAPSE_VESICLE_RADIUS;
        for (int i = 0; i < WAITING && n < SYNAPSE_VESICLES; i++) {
            // On the left the sites themselves stand where the lowest of these would.
            if (s == SIDE_SSRI && waiting[i][2] < 0.1f)
                continue;
            g->vesicles[n++] =
                (synapse_vesicle){.at = {waiting[i][0], waiting[i][1], shut + waiting[i][2]}, .full = 1.0f};
        }
        g->vesicle_count = n;
    }
}

static void take_all(synapse *y, double dt_s)
{
    take_glutamate(y, dt_s);
    take_serotonin(y, dt_s);
    take_vesicles(y);
}

// --- time

void synapse_live_set(synapse *y, const view_state *v, const treatment *t)
{
    synapse_conditions c = synapse_conditions_of(v, t);
    bool anew = false;
    synapse_glutamate_def glu = glutamate_def(&c);
    synapse_serotonin_def ser = serotonin_def(&c);
    if (!y->glutamate || y->forgotten || jumped(&y->conditions, &c, SIDE_KETAMINE)) {
        synapse_glutamate *fresh = synapse_glutamate_create(&glu);
        if (fresh) {
            synapse_glutamate_destroy(y->glutamate);
            y->glutamate = fresh;
            choose_turn(y);
            anew = true;
        }
    } else if (y->conditions.ketamine_uM != c.ketamine_uM)
        synapse_glutamate_set(y->glutamate, &glu);
    if (!y->serotonin || y->forgotten || jumped(&y->conditions, &c, SIDE_SSRI)) {
        synapse_serotonin *fresh = synapse_serotonin_create(&ser);
        if (fresh) {
            synapse_serotonin_destroy(y->serotonin);
            y->serotonin = fresh;
            anew = true;
        }
    } else if (y->conditions.occupancy != c.occupancy)
        synapse_serotonin_set(y->serotonin, &ser);
    y->conditions = c;
    if (anew && y->glutamate && y->serotonin)
        take_all(y, afresh_s);
    for (long i = y->forgotten ? lround(60.0 * y->forgotten_run_s) : 0; i > 0; i--)
        synapse_live_advance(y, 1.0 / 60.0);
    y->forgotten = false;
}

void synapse_live_advance(synapse *y, double dt_s)
{
    if (!y->glutamate || !y->serotonin)
        return;
    synapse_glutamate_advance(y->glutamate, dt_s);
    synapse_serotonin_advance(y->serotonin, dt_s);
    take_all(y, dt_s);
}

void synapse_live_restart(synapse *y, double run_s)
{
    y->forgotten = true;
    y->forgotten_run_s = run_s;
}

void synapse_live_release(synapse *y)
{
    if (!y->glutamate || !y->serotonin)
        return;
    // Quicker presses than the flash limit allows are one.
    if (synapse_glutamate_state_of(y->glutamate).since_release_s > SYNAPSE_RELEASE_APART_S)
        synapse_glutamate_release(y->glutamate);
    if (synapse_serotonin_state_of(y->serotonin).since_release_s > SYNAPSE_RELEASE_APART_S)
        synapse_serotonin_release(y->serotonin);
    take_all(y, 0.0);
    y->changes++;
}

void synapse_live_depolarise(synapse *y)
{
    if (!y->glutamate)
        return;
    synapse_glutamate_depolarise(y->glutamate);
    take_glutamate(y, 0.0);
    y->changes++;
}
