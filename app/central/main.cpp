// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/commandline.h"

int main(int argc, char **argv)
{
    return tawasul::runCommandLine(argc, argv);
}
