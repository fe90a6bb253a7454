// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Prints the centre's route table, one route a line: METHOD TEMPLATE OPERATION token|open. The contract test
// holds it against resources/api/openapi.yaml.
#include "app/central/service/centreservice.h"

#include <cstdio>

int main()
{
    using namespace tawasul;
    const SystemClock clock;
    SystemRandom random;
    CentreService service(QStringLiteral("unused"), clock,
                          random); // not started: the table needs no register
    HttpRouter router;
    addRoutes(router, service);
    for (const Route &route : router.routes()) {
        std::printf("%s %s %s %s\n", nameOf(route.method).constData(), route.pathTemplate.constData(),
                    route.operationId.constData(), route.needsAuthentication ? "token" : "open");
    }
    return 0;
}
