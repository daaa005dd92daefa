// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/delegates/bytesdelegate.h"

#include <QFontDatabase>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace roster {

void BytesDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    CellDelegate::initStyleOption(option, index);
    option->font.setFamilies(QFontDatabase::systemFont(QFontDatabase::FixedFont).families());
}

QString BytesDelegate::explanation(const QString &value) const
{
    if (!value.startsWith(R"(\x)"_L1))
        return {};
    return tr("%n byte(s)", nullptr, int(value.size() / 2 - 1));
}

}  // namespace roster
