// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The parts of Asio and Beast that need compiling once, kept out of the files that change.
#include <boost/asio/impl/src.hpp>
#include <boost/beast/src.hpp>
