// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace tawasul {

/// Who watches the files of a FaultVfs change. Called on the connection's thread, after the call reached the
/// disk; synced() before it, while the writes that it makes durable are still in danger.
class DiskObserver
{
public:
    virtual ~DiskObserver() = default;
    virtual void opened(const QString &path, const QByteArray &content) = 0;
    virtual void written(const QString &path, const QByteArray &bytes, qint64 offset) = 0;
    virtual void truncated(const QString &path, qint64 size) = 0;
    virtual void synced(const QString &path) = 0;
    virtual void removed(const QString &path) = 0;
};

} // namespace tawasul
