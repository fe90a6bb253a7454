// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QListWidget>

#include <vector>

#include "models/arabic/displaylocale.h"
#include "models/domain/case.h"
#include "models/domain/reference.h"

namespace tawasul {

class Theme;

/// The files of a case: name, real extension, size and the documents they are said to hold. The current row
/// is the file beside it.
class AttachmentList : public QListWidget
{
    Q_OBJECT

public:
    explicit AttachmentList(const Theme &theme, QWidget *parent = nullptr);

    void present(const std::vector<Attachment> &attachments, const Reference &reference,
                 DisplayLocale locale);

    /// Marks the file without announcing it again.
    void setCurrent(const QString &sha256);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void attachmentChosen(const QString &sha256);

private:
    void fit();

    const Theme &m_theme;
};

} // namespace tawasul
