// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/http/httprouter.h"

namespace tawasul {

class CentreService;

// One function for each room of the wire; resources/api/openapi.yaml describes them all.

void addHealthRoutes(HttpRouter &router, CentreService &service);
void addSessionRoutes(HttpRouter &router, CentreService &service);
void addReferenceRoutes(HttpRouter &router, CentreService &service);
void addChangesRoutes(HttpRouter &router, CentreService &service);
void addEventRoutes(HttpRouter &router, CentreService &service);
void addCaseRoutes(HttpRouter &router, CentreService &service);
void addAssignmentRoutes(HttpRouter &router, CentreService &service);
void addStaffRoutes(HttpRouter &router, CentreService &service);
void addEnvelopeRoutes(HttpRouter &router, CentreService &service);
void addAttachmentRoutes(HttpRouter &router, CentreService &service);

} // namespace tawasul
