// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include "ui/documents/securitystatus.h"

namespace tawasul {

class Theme;

/// How attachments are opened on this device: a sentence, and each protection with whether it is there.
class SecurityCard : public QWidget
{
    Q_OBJECT

public:
    SecurityCard(const Theme &theme, const SecurityStatus &status, QWidget *parent = nullptr);
};

} // namespace tawasul
