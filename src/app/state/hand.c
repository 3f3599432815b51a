#include "app/state/hand.h"

bool hand_moves(hand *h, double now_s)
{
    const double apart_s = 0.5;
    const int enough = 4;
    h->moves = now_s - h->moved_s < apart_s ? h->moves + 1 : 1;
    h->moved_s = now_s;
    return h->moves >= enough;
}
