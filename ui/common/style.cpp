// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/style.h"

#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QPainter>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// Fusion makes every outline out of the window's colour, by 40 to 50 % darker: what it is to begin
/// with. The outline has 3 to 1 (WCAG 2.1, 1.4.11) against window and field.
template <class Option>
Option outlined(const Option &option)
{
    constexpr int fusionDarkens = 140;
    Option copy = option;
    const QColor outline = Theme::outline(Theme::isDark(option.palette));
    for (const auto group : {QPalette::Active, QPalette::Inactive}) {
        copy.palette.setColor(group, QPalette::Window, outline.lighter(fusionDarkens));
    }
    return copy;
}

bool isEnabled(const QStyleOption *option)
{
    return option && option->state.testFlag(QStyle::State_Enabled);
}

}  // namespace

Style::Style() : QProxyStyle(u"Fusion"_s) {}

QIcon Style::standardIcon(StandardPixmap icon, const QStyleOption *option,
                          const QWidget *widget) const
{
    switch (icon) {
    case SP_LineEditClearButton:
        return themedIcon(u"close"_s);
    case SP_ToolBarHorizontalExtensionButton:
    case SP_ToolBarVerticalExtensionButton:
        return themedIcon(u"more"_s);
    default:
        return QProxyStyle::standardIcon(icon, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returned) const
{
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0;  // Fusion's are from another set than ours, and say nothing that the text does
                   // not
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    const bool isBox = element == PE_IndicatorCheckBox || element == PE_IndicatorRadioButton
                    || element == PE_IndicatorItemViewItemCheck;
    if ((isBox || element == PE_FrameLineEdit) && isEnabled(option)) {
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && element == PE_FrameLineEdit) {
            const QStyleOptionFrame copy = outlined(*frame);
            QProxyStyle::drawPrimitive(element, &copy, painter, widget);
            return;
        }
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
            button && isBox) {
            const QStyleOptionButton copy = outlined(*button);
            QProxyStyle::drawPrimitive(element, &copy, painter, widget);
            return;
        }
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
            item && isBox) {
            const QStyleOptionViewItem copy = outlined(*item);
            QProxyStyle::drawPrimitive(element, &copy, painter, widget);
            return;
        }
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    if (element != CE_ToolBar) {
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    }
    QRect line = option->rect;
    line.setTop(line.bottom());
    painter->fillRect(line, option->palette.color(QPalette::Mid));
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                               QPainter *painter, const QWidget *widget) const
{
    if (const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        box && control == CC_SpinBox && isEnabled(option)) {
        const QStyleOptionSpinBox copy = outlined(*box);
        QProxyStyle::drawComplexControl(control, &copy, painter, widget);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

}  // namespace roster
