<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Backup</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupCommand</name>
    <message numerus="yes">
        <source>%n files: %1</source>
        <translation>
            <numerusform>%n file: %1</numerusform>
            <numerusform>%n files: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n names would go, %1 with them.</source>
        <translation>
            <numerusform>%n name would go, %1 with it.</numerusform>
            <numerusform>%n names would go, %1 with them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n names went, %1 with them.</source>
        <translation>
            <numerusform>%n name went, %1 with it.</numerusform>
            <numerusform>%n names went, %1 with them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %n schedules: which one?</source>
        <translation>
            <numerusform>There is %n schedule: which one?</numerusform>
            <numerusform>There are %n schedules: which one?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChartBuilder</name>
    <message numerus="yes">
        <source>%n row(s) lie far outside and stand apart: the bars show what is around 99 % of the rows.</source>
        <translation>
            <numerusform>%Ln row lies far outside and stands apart: the bars show what is around 99 % of the rows.</numerusform>
            <numerusform>%Ln rows lie far outside and stand apart: the bars show what is around 99 % of the rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are left out: one of the two has no finite value.</source>
        <translation>
            <numerusform>%Ln row is left out: one of the two has no finite value.</numerusform>
            <numerusform>%Ln rows are left out: one of the two has no finite value.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) far outside are not shown.</source>
        <translation>
            <numerusform>%Ln row far outside is not shown.</numerusform>
            <numerusform>%Ln rows far outside are not shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A sample: %n row(s).</source>
        <translation>
            <numerusform>A sample: %Ln row.</numerusform>
            <numerusform>A sample: %Ln rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChartCategories</name>
    <message numerus="yes">
        <source>%n rarer letter(s) are counted together as others.</source>
        <translation>
            <numerusform>%Ln rarer letter is counted as others.</numerusform>
            <numerusform>%Ln rarer letters are counted together as others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The most frequent values; %n other(s) are counted together.</source>
        <translation>
            <numerusform>The most frequent values; %Ln other is counted apart.</numerusform>
            <numerusform>The most frequent values; %Ln others are counted together.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConfirmDiscard</name>
    <message numerus="yes">
        <source>%n page(s) hold edits that were not committed: %1</source>
        <translation>
            <numerusform>%Ln page holds edits that were not committed: %1</numerusform>
            <numerusform>%Ln pages hold edits that were not committed: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dump</name>
    <message numerus="yes">
        <source>%n byte(s) after the end of %1&apos;s %2 stream were ignored.</source>
        <translation>
            <numerusform>%n byte after the end of %1&apos;s %2 stream was ignored.</numerusform>
            <numerusform>%n bytes after the end of %1&apos;s %2 stream were ignored.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Restore</name>
    <message numerus="yes">
        <source>rows sent, rows the server took and rows counted are the same in %n table(s)</source>
        <translation>
            <numerusform>rows sent, rows the server took and rows counted are the same in %n table</numerusform>
            <numerusform>rows sent, rows the server took and rows counted are the same in %n tables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Making indexes and keys: %n to go</source>
        <translation>
            <numerusform>Making indexes and keys: %n to go</numerusform>
            <numerusform>Making indexes and keys: %n to go</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoreCommand</name>
    <message numerus="yes">
        <source>%n minute(s) old</source>
        <translation>
            <numerusform>%n minute old</numerusform>
            <numerusform>%n minutes old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) old</source>
        <translation>
            <numerusform>%n hour old</numerusform>
            <numerusform>%n hours old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) old</source>
        <translation>
            <numerusform>%n day old</numerusform>
            <numerusform>%n days old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) in it</source>
        <translation>
            <numerusform>%n session in it</numerusform>
            <numerusform>%n sessions in it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is restored from %2: %3 rows in %n table(s).</source>
        <translation>
            <numerusform>%1 is restored from %2: %3 rows in %n table.</numerusform>
            <numerusform>%1 is restored from %2: %3 rows in %n tables.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RevisionText</name>
    <message numerus="yes">
        <source>%n revision(s) are pending.</source>
        <translation>
            <numerusform>%n revision is pending.</numerusform>
            <numerusform>%n revisions are pending.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowDifference</name>
    <message numerus="yes">
        <source>%n rows are too many to compare at once.</source>
        <translation>
            <numerusform>%n row is too much to compare at once.</numerusform>
            <numerusform>%n rows are too many to compare at once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeedCommand</name>
    <message numerus="yes">
        <source>%1: rows replaced by %Ln new one(s) in %2 s.</source>
        <translation>
            <numerusform>%1: rows replaced by %Ln new one in %2 s.</numerusform>
            <numerusform>%1: rows replaced by %Ln new ones in %2 s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln row(s) added in %2 s.</source>
        <translation>
            <numerusform>%1: %Ln row added in %2 s.</numerusform>
            <numerusform>%1: %Ln rows added in %2 s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln row(s) would go, and not all of them were made by a seeder.</source>
        <translation>
            <numerusform>%1: %Ln row would go, and it was not made by a seeder.</numerusform>
            <numerusform>%1: %Ln rows would go, and not all of them were made by a seeder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: the rows would be replaced by %Ln new one(s). Tried and taken back.</source>
        <translation>
            <numerusform>%1: the rows would be replaced by %Ln new one. Tried and taken back.</numerusform>
            <numerusform>%1: the rows would be replaced by %Ln new ones. Tried and taken back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln row(s) would be added. Tried and taken back.</source>
        <translation>
            <numerusform>%1: %Ln row would be added. Tried and taken back.</numerusform>
            <numerusform>%1: %Ln rows would be added. Tried and taken back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln row(s) would be removed.</source>
        <translation>
            <numerusform>%1: %Ln row would be removed.</numerusform>
            <numerusform>%1: %Ln rows would be removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln row(s) removed.</source>
        <translation>
            <numerusform>%1: %Ln row removed.</numerusform>
            <numerusform>%1: %Ln rows removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left: %Ln row(s) that were edited, or are other rows with their keys.</source>
        <translation>
            <numerusform>Left: %Ln row that was edited, or is another row with its key.</numerusform>
            <numerusform>Left: %Ln rows that were edited, or are other rows with their keys.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left: %Ln row(s) that rows of other tables refer to: %1.</source>
        <translation>
            <numerusform>Left: %Ln row that rows of other tables refer to: %1.</numerusform>
            <numerusform>Left: %Ln rows that rows of other tables refer to: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not there any more: %Ln row(s).</source>
        <translation>
            <numerusform>Not there any more: %Ln row.</numerusform>
            <numerusform>Not there any more: %Ln rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) more were made, and left out by a trigger of the table.</source>
        <translation>
            <numerusform>%Ln row more was made, and left out by a trigger of the table.</numerusform>
            <numerusform>%Ln rows more were made, and left out by a trigger of the table.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left: %Ln row(s) whose values were changed when they were written, by a trigger, say, so that they do not equal what was made.</source>
        <translation>
            <numerusform>Left: %Ln row whose values were changed when it was written, by a trigger, say, so that it does not equal what was made.</numerusform>
            <numerusform>Left: %Ln rows whose values were changed when they were written, by a trigger, say, so that they do not equal what was made.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeedJob</name>
    <message numerus="yes">
        <source>Seed %n row(s) into %1</source>
        <translation>
            <numerusform>Seed %Ln row into %1</numerusform>
            <numerusform>Seed %Ln rows into %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeedRunner</name>
    <message numerus="yes">
        <source>Ask for %n row(s) or more.</source>
        <translation>
            <numerusform>Ask for %Ln row or more.</numerusform>
            <numerusform>Ask for %Ln rows or more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln row(s))</source>
        <translation>
            <numerusform>%1 (%Ln row)</numerusform>
            <numerusform>%1 (%Ln rows)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeedText</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last run: %1 UTC by %2, %Ln row(s), random seed %3</source>
        <translation>
            <numerusform>Last run: %1 UTC by %2, %Ln row, random seed %3</numerusform>
            <numerusform>Last run: %1 UTC by %2, %Ln rows, random seed %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dry run: the rows of %1 would be replaced by %Ln new one(s). It was tried and taken back.</source>
        <translation>
            <numerusform>Dry run: the rows of %1 would be replaced by %Ln new one. It was tried and taken back.</numerusform>
            <numerusform>Dry run: the rows of %1 would be replaced by %Ln new ones. It was tried and taken back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dry run: %Ln row(s) would be added to %1. It was tried and taken back.</source>
        <translation>
            <numerusform>Dry run: %Ln row would be added to %1. It was tried and taken back.</numerusform>
            <numerusform>Dry run: %Ln rows would be added to %1. It was tried and taken back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The rows of %1 were replaced by %Ln new one(s) in %2 s.</source>
        <translation>
            <numerusform>The rows of %1 were replaced by %Ln new one in %2 s.</numerusform>
            <numerusform>The rows of %1 were replaced by %Ln new ones in %2 s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) were added to %1 in %2 s.</source>
        <translation>
            <numerusform>%Ln row was added to %1 in %2 s.</numerusform>
            <numerusform>%Ln rows were added to %1 in %2 s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) will be removed from %1.</source>
        <translation>
            <numerusform>%Ln row will be removed from %1.</numerusform>
            <numerusform>%Ln rows will be removed from %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) were removed from %1.</source>
        <translation>
            <numerusform>%Ln row was removed from %1.</numerusform>
            <numerusform>%Ln rows were removed from %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left: %Ln row(s) that somebody edited since, or that are other rows with their keys.</source>
        <translation>
            <numerusform>Left: %Ln row that somebody edited since, or that is another row with its key.</numerusform>
            <numerusform>Left: %Ln rows that somebody edited since, or that are other rows with their keys.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left: %Ln row(s) that rows of other tables refer to (%1).</source>
        <translation>
            <numerusform>Left: %Ln row that rows of other tables refer to (%1).</numerusform>
            <numerusform>Left: %Ln rows that rows of other tables refer to (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not there any more: %Ln row(s).</source>
        <translation>
            <numerusform>Not there any more: %Ln row.</numerusform>
            <numerusform>Not there any more: %Ln rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) more were made, and left out by a trigger of the table.</source>
        <translation>
            <numerusform>%Ln row more was made, and left out by a trigger of the table.</numerusform>
            <numerusform>%Ln rows more were made, and left out by a trigger of the table.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left: %Ln row(s) whose values were changed when they were written, by a trigger, say, so that they do not equal what was made.</source>
        <translation>
            <numerusform>Left: %Ln row whose values were changed when it was written, by a trigger, say, so that it does not equal what was made.</numerusform>
            <numerusform>Left: %Ln rows whose values were changed when they were written, by a trigger, say, so that they do not equal what was made.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableChanges</name>
    <message numerus="yes">
        <source>%1 did not take the change of %Ln row(s): a trigger, rule or policy of the table left them out. Nothing was saved.</source>
        <translation>
            <numerusform>%1 did not take the change of %Ln row: a trigger, rule or policy of the table left it out. Nothing was saved.</numerusform>
            <numerusform>%1 did not take the change of %Ln rows: a trigger, rule or policy of the table left them out. Nothing was saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(%Ln byte(s) in all)</source>
        <translation>
            <numerusform>(%Ln byte in all)</numerusform>
            <numerusform>(%Ln bytes in all)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s), at most %1 fit.</source>
        <translation>
            <numerusform>%Ln character, at most %1 fit.</numerusform>
            <numerusform>%Ln characters, at most %1 fit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n digit(s) fit before the decimal point.</source>
        <translation>
            <numerusform>At most %Ln digit fits before the decimal point.</numerusform>
            <numerusform>At most %Ln digits fit before the decimal point.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of %1 were changed or deleted by somebody else (%2); nothing was saved.</source>
        <translation>
            <numerusform>%Ln row of %1 was changed or deleted by somebody else (%2); nothing was saved.</numerusform>
            <numerusform>%Ln rows of %1 were changed or deleted by somebody else (%2); nothing was saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::BackupDetails</name>
    <message numerus="yes">
        <source>%1 rows in %n table(s)</source>
        <translation>
            <numerusform>%1 rows in %n table</numerusform>
            <numerusform>%1 rows in %n tables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::BackupTimeline</name>
    <message numerus="yes">
        <source>%n backup(s) since %1</source>
        <translation>
            <numerusform>%n backup since %1</numerusform>
            <numerusform>%n backups since %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::BackupsPage</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is backed up: %2 rows in %n table(s), %3, read again to the end.</source>
        <translation>
            <numerusform>%1 is backed up: %2 rows in %n table, %3, read again to the end.</numerusform>
            <numerusform>%1 is backed up: %2 rows in %n tables, %3, read again to the end.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kept are the last %1 day(s), daily ones for %2 days, weekly ones for %3 weeks and monthly ones for %4 months. %n name(s) go, %5 get free.</source>
        <translation>
            <numerusform>The last ones are kept for %1 day(s), daily ones for %2 days, weekly ones for %3 weeks and monthly ones for %4 months. %n name goes, %5 get free.</numerusform>
            <numerusform>The last ones are kept for %1 day(s), daily ones for %2 days, weekly ones for %3 weeks and monthly ones for %4 months. %n names go, %5 get free.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) removed</source>
        <translation>
            <numerusform>%n name removed</numerusform>
            <numerusform>%n names removed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::BytesDelegate</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%Ln byte</numerusform>
            <numerusform>%Ln bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::ChartPage</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::ConflictDialog</name>
    <message numerus="yes">
        <source>%n value(s) to be decided</source>
        <translation>
            <numerusform>%n value to be decided</numerusform>
            <numerusform>%n values to be decided</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::ConnectionBar</name>
    <message numerus="yes">
        <source>Tried again in %n second(s).</source>
        <translation>
            <numerusform>Tried again in %Ln second.</numerusform>
            <numerusform>Tried again in %Ln seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::DriftDialog</name>
    <message numerus="yes">
        <source>%n object(s) differ.</source>
        <translation>
            <numerusform>%n object differs.</numerusform>
            <numerusform>%n objects differ.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n &amp;more line(s)</source>
        <translation>
            <numerusform>Show %n &amp;more line</numerusform>
            <numerusform>Show %n &amp;more lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) are not shown yet.</source>
        <translation>
            <numerusform>%n line is not shown yet.</numerusform>
            <numerusform>%n lines are not shown yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::DumpXray</name>
    <message numerus="yes">
        <source>The first %n row(s); search to see others.</source>
        <translation>
            <numerusform>The first %n row; search to see others.</numerusform>
            <numerusform>The first %n rows; search to see others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) found</source>
        <translation>
            <numerusform>%n row found</numerusform>
            <numerusform>%n rows found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) read so far; scroll for more</source>
        <translation>
            <numerusform>%n row read so far; scroll for more</numerusform>
            <numerusform>%n rows read so far; scroll for more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) copied</source>
        <translation>
            <numerusform>%n cell copied</numerusform>
            <numerusform>%n cells copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::GridEditing</name>
    <message numerus="yes">
        <source>%n rows are too many to duplicate.</source>
        <translation>
            <numerusform>%Ln row is too much to duplicate.</numerusform>
            <numerusform>%Ln rows are too many to duplicate.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) marked for deletion</source>
        <translation>
            <numerusform>%Ln row marked for deletion</numerusform>
            <numerusform>%Ln rows marked for deletion</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) edited; nothing is sent before you commit</source>
        <translation>
            <numerusform>%n row edited; nothing is sent before you commit</numerusform>
            <numerusform>%n rows edited; nothing is sent before you commit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>duplication of %n row(s)</source>
        <translation>
            <numerusform>duplication of %n row</numerusform>
            <numerusform>duplication of %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The clipboard holds %n column(s), and there are fewer from here on.</source>
        <translation>
            <numerusform>The clipboard holds %n column, and there are fewer from here on.</numerusform>
            <numerusform>The clipboard holds %n columns, and there are fewer from here on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) added; nothing is sent before you commit</source>
        <translation>
            <numerusform>%n row added; nothing is sent before you commit</numerusform>
            <numerusform>%n rows added; nothing is sent before you commit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::HistoryDialog</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) changed</source>
        <translation>
            <numerusform>%n row changed</numerusform>
            <numerusform>%n rows changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) added</source>
        <translation>
            <numerusform>%n row added</numerusform>
            <numerusform>%n rows added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) deleted</source>
        <translation>
            <numerusform>%n row deleted</numerusform>
            <numerusform>%n rows deleted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::LargeEditor</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::LocalPanel</name>
    <message numerus="yes">
        <source>Used by %n program(s).</source>
        <translation>
            <numerusform>Used by %Ln program.</numerusform>
            <numerusform>Used by %Ln programs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::MigrationsPage</name>
    <message numerus="yes">
        <source>%n revision(s) applied</source>
        <translation>
            <numerusform>%n revision applied</numerusform>
            <numerusform>%n revisions applied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n revision(s) undone</source>
        <translation>
            <numerusform>%n revision undone</numerusform>
            <numerusform>%n revisions undone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n revision(s) will be applied. Nothing has been sent yet.</source>
        <translation>
            <numerusform>%n revision will be applied. Nothing has been sent yet.</numerusform>
            <numerusform>%n revisions will be applied. Nothing has been sent yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n revision(s) will be undone. What their tables and columns hold by then is lost. Nothing has been sent yet.</source>
        <translation>
            <numerusform>%n revision will be undone. What its tables and columns hold by then is lost. Nothing has been sent yet.</numerusform>
            <numerusform>%n revisions will be undone. What their tables and columns hold by then is lost. Nothing has been sent yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This file will be written to %1. It makes what %n revision(s) make: that was tried. Keep their files until every database that matters is past the last of them.</source>
        <translation>
            <numerusform>This file will be written to %1. It makes what %n revision makes: that was tried. Keep its file until every database that matters is past it.</numerusform>
            <numerusform>This file will be written to %1. It makes what %n revisions make: that was tried. Keep their files until every database that matters is past the last of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::OldDatabases</name>
    <message numerus="yes">
        <source>%n session(s) in it</source>
        <translation>
            <numerusform>%n session in it</numerusform>
            <numerusform>%n sessions in it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::PendingBar</name>
    <message numerus="yes">
        <source>%n reviewed revision(s) were applied, since this is a development database.</source>
        <translation>
            <numerusform>%n reviewed revision was applied, since this is a development database.</numerusform>
            <numerusform>%n reviewed revisions were applied, since this is a development database.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::PreviewDialog</name>
    <message numerus="yes">
        <source>%n change(s) in one transaction. Nothing has been sent yet.</source>
        <translation>
            <numerusform>%Ln change in one transaction. Nothing has been sent yet.</numerusform>
            <numerusform>%Ln changes in one transaction. Nothing has been sent yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::RescueDialog</name>
    <message numerus="yes">
        <source>%n field(s) differ</source>
        <translation>
            <numerusform>%n field differs</numerusform>
            <numerusform>%n fields differ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of %1 in the backup, beside those of %2 by primary key. Nothing is written here: what you choose is staged on the table&apos;s page, to be reviewed and committed there.</source>
        <translation>
            <numerusform>%n row of %1 in the backup, beside that of %2 by primary key. Nothing is written here: what you choose is staged on the table&apos;s page, to be reviewed and committed there.</numerusform>
            <numerusform>%n rows of %1 in the backup, beside those of %2 by primary key. Nothing is written here: what you choose is staged on the table&apos;s page, to be reviewed and committed there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::RestoreComparePage</name>
    <message numerus="yes">
        <source>%1 rows in %n table(s), counted.</source>
        <translation>
            <numerusform>%1 rows in %n table, counted.</numerusform>
            <numerusform>%1 rows in %n tables, counted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::RestoreFilePage</name>
    <message numerus="yes">
        <source>Whole: read to its end. %1 rows in %n table(s), format %2.</source>
        <translation>
            <numerusform>Whole: read to its end. %1 rows in %n table, format %2.</numerusform>
            <numerusform>Whole: read to its end. %1 rows in %n tables, format %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 rows in %n table(s)</source>
        <translation>
            <numerusform>%1: %2 rows in %n table</numerusform>
            <numerusform>%1: %2 rows in %n tables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It holds %n database(s) of a whole server. Choose the one that is to be restored; nothing else of the file is run.</source>
        <translation>
            <numerusform>It holds %n database of a whole server. Choose the one that is to be restored; nothing else of the file is run.</numerusform>
            <numerusform>It holds %n databases of a whole server. Choose the one that is to be restored; nothing else of the file is run.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::RestorePreflightPage</name>
    <message numerus="yes">
        <source>%n session(s) are in it now and would be ended at the swap:</source>
        <translation>
            <numerusform>%n session is in it now and would be ended at the swap:</numerusform>
            <numerusform>%n sessions are in it now and would be ended at the swap:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) are in it now; they stay, and wait while it is restored:</source>
        <translation>
            <numerusform>%n session is in it now; it stays, and waits while it is restored:</numerusform>
            <numerusform>%n sessions are in it now; they stay, and wait while it is restored:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::RestoreReceiptPage</name>
    <message numerus="yes">
        <source>%1 is empty: %n table(s).</source>
        <translation>
            <numerusform>%1 is empty: %n table.</numerusform>
            <numerusform>%1 is empty: %n tables.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is restored from %2: %3 rows in %n table(s).</source>
        <translation>
            <numerusform>%1 is restored from %2: %3 rows in %n table.</numerusform>
            <numerusform>%1 is restored from %2: %3 rows in %n tables.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nobody could connect for %1 ms; %n session(s) were ended.</source>
        <translation>
            <numerusform>Nobody could connect for %1 ms; %n session was ended.</numerusform>
            <numerusform>Nobody could connect for %1 ms; %n sessions were ended.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::RevisionChangesPage</name>
    <message numerus="yes">
        <source>%n question(s) to answer before it goes on.</source>
        <translation>
            <numerusform>%n question to answer before it goes on.</numerusform>
            <numerusform>%n questions to answer before it goes on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::RevisionEditorPage</name>
    <message numerus="yes">
        <source>%n remark(s); it can be saved.</source>
        <translation>
            <numerusform>%n remark; it can be saved.</numerusform>
            <numerusform>%n remarks; it can be saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::RevisionLocksView</name>
    <message numerus="yes">
        <source>%n session(s) in its way now:</source>
        <translation>
            <numerusform>%n session in its way now:</numerusform>
            <numerusform>%n sessions in its way now:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::SeedBatchList</name>
    <message numerus="yes">
        <source>%Ln row(s) of this run were removed.</source>
        <translation>
            <numerusform>%Ln row of this run was removed.</numerusform>
            <numerusform>%Ln rows of this run were removed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::SeedConfirmDialog</name>
    <message numerus="yes">
        <source>%1: %Ln row(s) go, and not all of them were made by a seeder, or somebody edited them since.</source>
        <translation>
            <numerusform>%1: %Ln row goes that no seeder made, or that somebody edited since.</numerusform>
            <numerusform>%1: %Ln rows go, and not all of them were made by a seeder, or somebody edited them since.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::SeedForm</name>
    <message numerus="yes">
        <source>Begin with the %n known row(s)</source>
        <translation>
            <numerusform>Begin with the %n known row</numerusform>
            <numerusform>Begin with the %n known rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::SeedPreviewDialog</name>
    <message numerus="yes">
        <source>How the values spread, by %Ln row(s) from all over:</source>
        <translation>
            <numerusform>How the values spread, by %Ln row:</numerusform>
            <numerusform>How the values spread, by %Ln rows from all over:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::SeedersPage</name>
    <message numerus="yes">
        <source>%n table(s) created</source>
        <translation>
            <numerusform>%n table created</numerusform>
            <numerusform>%n tables created</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::StatusLine</name>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <translation>
            <numerusform>%1 (and %Ln more)</numerusform>
            <numerusform>%1 (and %Ln more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::TableModel</name>
    <message numerus="yes">
        <source>Commit %n change(s) to %1</source>
        <translation>
            <numerusform>Commit %Ln change to %1</numerusform>
            <numerusform>Commit %Ln changes to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The text is too long for the clipboard: %1 are full after %n row(s).</source>
        <translation>
            <numerusform>The text is too long for the clipboard: %1 are full after %n row.</numerusform>
            <numerusform>The text is too long for the clipboard: %1 are full after %n rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has another primary key now: %n change(s) staged for its rows have no place any more.</source>
        <translation>
            <numerusform>%1 has another primary key now: %n change staged for its rows has no place any more.</numerusform>
            <numerusform>%1 has another primary key now: %n changes staged for its rows have no place any more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has no column %2 any more: %n value(s) staged for it have no place.</source>
        <translation>
            <numerusform>%1 has no column %2 any more: %n value staged for it has no place.</numerusform>
            <numerusform>%1 has no column %2 any more: %n values staged for it have no place.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new row(s)</source>
        <translation>
            <numerusform>%n new row</numerusform>
            <numerusform>%n new rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>deletion of %n row(s)</source>
        <translation>
            <numerusform>deletion of %n row</numerusform>
            <numerusform>deletion of %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) from the backup</source>
        <translation>
            <numerusform>%n row from the backup</numerusform>
            <numerusform>%n rows from the backup</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>edit of %n column(s)</source>
        <translation>
            <numerusform>edit of %n column</numerusform>
            <numerusform>edit of %n columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>decision about %n row(s)</source>
        <translation>
            <numerusform>decision about %n row</numerusform>
            <numerusform>decision about %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::TablePage</name>
    <message numerus="yes">
        <source>%n row(s) changed</source>
        <translation>
            <numerusform>%Ln row changed</numerusform>
            <numerusform>%Ln rows changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) added</source>
        <translation>
            <numerusform>%Ln row added</numerusform>
            <numerusform>%Ln rows added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) deleted</source>
        <translation>
            <numerusform>%Ln row deleted</numerusform>
            <numerusform>%Ln rows deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Discard %n staged change(s) to %1?</source>
        <translation>
            <numerusform>Discard %Ln staged change to %1?</numerusform>
            <numerusform>Discard %Ln staged changes to %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation>
            <numerusform>%Ln row copied</numerusform>
            <numerusform>%Ln rows copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) from the backup are staged. Nothing is written yet.</source>
        <translation>
            <numerusform>%n row from the backup is staged. Nothing is written yet.</numerusform>
            <numerusform>%n rows from the backup are staged. Nothing is written yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the rows were changed by somebody else since; the commit will say which.</source>
        <translation>
            <numerusform>%n of the rows was changed by somebody else since; the commit will say which.</numerusform>
            <numerusform>%n of the rows were changed by somebody else since; the commit will say which.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) stand in the table already.</source>
        <translation>
            <numerusform>%n change stands in the table already.</numerusform>
            <numerusform>%n changes stand in the table already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) have no place any more: their row or column is gone.</source>
        <translation>
            <numerusform>%n value has no place any more: its row or column is gone.</numerusform>
            <numerusform>%n values have no place any more: their row or column is gone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are staged again.</source>
        <translation>
            <numerusform>%n change is staged again.</numerusform>
            <numerusform>%n changes are staged again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) to %1 were staged on %2 and not committed.</source>
        <translation>
            <numerusform>%n change to %1 was staged on %2 and not committed.</numerusform>
            <numerusform>%n changes to %1 were staged on %2 and not committed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) edited; nothing is sent before you commit</source>
        <translation>
            <numerusform>%n row edited; nothing is sent before you commit</numerusform>
            <numerusform>%n rows edited; nothing is sent before you commit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are staged that undo the commit.</source>
        <translation>
            <numerusform>%n change is staged that undoes the commit.</numerusform>
            <numerusform>%n changes are staged that undo the commit.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::Workspace</name>
    <message numerus="yes">
        <source>%n table(s) created</source>
        <translation>
            <numerusform>%Ln table created</numerusform>
            <numerusform>%Ln tables created</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) seeded</source>
        <translation>
            <numerusform>%Ln row seeded</numerusform>
            <numerusform>%Ln rows seeded</numerusform>
        </translation>
    </message>
</context>
</TS>
