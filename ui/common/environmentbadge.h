// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_COMMON_ENVIRONMENTBADGE_H
#define ROSTER_COMMON_ENVIRONMENTBADGE_H

#include "models/database/connectionprofile.h"

#include <QLabel>

namespace roster {

/// Development, staging or production: the word on its colour.
class EnvironmentBadge : public QLabel
{
    Q_OBJECT

public:
    explicit EnvironmentBadge(QWidget *parent = nullptr);

    Environment environment() const { return m_environment; }
    void setEnvironment(Environment environment);

private:
    Environment m_environment = Environment::Unknown;
};

}  // namespace roster

#endif
