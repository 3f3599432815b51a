// Prints what is on the clipboard of the display, as another program would paste it. With an argument: puts
// that text there and holds it until the input ends.
#include <SDL2/SDL.h>
#include <stdio.h>

int main(int argc, char **argv)
{
    if (SDL_Init(SDL_INIT_VIDEO) != 0)
        return 1;
    if (argc > 1) {
        SDL_Event e;
        SDL_SetClipboardText(argv[1]);
        for (int i = 0; i < 1000; i++) // ten seconds of answering whoever asks
            SDL_WaitEventTimeout(&e, 10);
    } else {
        char *text = SDL_GetClipboardText();
        puts(text ? text : "");
        if (!text || !*text)
            SDL_Delay(1000); // a late answer still finds somebody
        SDL_free(text);
    }
    SDL_Quit();
    return 0;
}
