// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include <vector>

#include "models/domain/identifiers.h"

namespace tawasul {

class Button;
class MarkedText;
class Theme;

/// What the applicant wrote, with the numbers in it marked. A long text shows its beginning first.
class DescriptionView : public QWidget
{
    Q_OBJECT

public:
    explicit DescriptionView(const Theme &theme, QWidget *parent = nullptr);

    void show(const QString &description, const std::vector<FoundIdentifier> &found);

private:
    void toggle();
    void offerWhole();

    MarkedText *m_text;
    Button *m_whole;
};

} // namespace tawasul
