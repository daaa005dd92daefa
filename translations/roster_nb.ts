<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nb" sourcelanguage="en">
<context>
    <name>Action</name>
    <message>
        <source>`%1` wants a word more.</source>
        <translation>`%1` trenger et ord til.</translation>
    </message>
    <message>
        <source>`%1` takes fewer words.</source>
        <translation>`%1` tar færre ord.</translation>
    </message>
    <message>
        <source>See `roster help %1`.</source>
        <translation>Se `roster help %1`.</translation>
    </message>
    <message>
        <source>There is no `%1`.</source>
        <translation>Det finnes ingen `%1`.</translation>
    </message>
    <message>
        <source>Write one of: %1.</source>
        <translation>Skriv en av: %1.</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>Mente du %1?</translation>
    </message>
</context>
<context>
    <name>AlembicNotice</name>
    <message>
        <source>Where a backend&apos;s Alembic looks after this database, its next autogenerate proposes to drop %1, until its models have that.</source>
        <translation>Der Alembic i en backend tar seg av denne databasen, foreslår neste autogenerate å slette %1, helt til modellene der har det.</translation>
    </message>
</context>
<context>
    <name>AlembicReader</name>
    <message>
        <source>There is no folder %1.</source>
        <translation>Mappen %1 finnes ikke.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kan ikke leses: %2</translation>
    </message>
</context>
<context>
    <name>AlembicWriter</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kan ikke skrives: %2</translation>
    </message>
    <message>
        <source>%1 has no file of %2, the parent of %3: with a gap there, no command of Alembic&apos;s would run.</source>
        <translation>%1 har ingen fil for %2, forelderen til %3: med et hull der ville ingen av Alembics kommandoer kjøre.</translation>
    </message>
    <message>
        <source>%1 still has a file of %2, which %3 replaces: Alembic would see two heads.</source>
        <translation>%1 har fremdeles en fil for %2, som %3 erstatter: Alembic ville se to hoder.</translation>
    </message>
    <message>
        <source>Take the files of what it replaces away there, once every database has it.</source>
        <translation>Ta bort filene til det den erstatter der, når alle databaser har det.</translation>
    </message>
    <message>
        <source>Choose Alembic&apos;s folder that holds it.</source>
        <translation>Velg Alembic-mappen som har den.</translation>
    </message>
</context>
<context>
    <name>Arguments</name>
    <message>
        <source>There is no option --%1.</source>
        <translation>Valget --%1 finnes ikke.</translation>
    </message>
    <message>
        <source>Did you mean --%1?</source>
        <translation>Mente du --%1?</translation>
    </message>
    <message>
        <source>--%1 takes no value.</source>
        <translation>--%1 tar ingen verdi.</translation>
    </message>
    <message>
        <source>--%1 needs a value: --%1 %2</source>
        <translation>--%1 trenger en verdi: --%1 %2</translation>
    </message>
    <message>
        <source>--%1 was given twice.</source>
        <translation>--%1 er oppgitt to ganger.</translation>
    </message>
</context>
<context>
    <name>Backup</name>
    <message>
        <source>Cancelled.</source>
        <translation>Avbrutt.</translation>
    </message>
    <message>
        <source>%1 is a link that leads nowhere.</source>
        <translation>%1 er en lenke som ikke fører noe sted.</translation>
    </message>
    <message>
        <source>%1 is neither a file nor a folder.</source>
        <translation>%1 er verken en fil eller en mappe.</translation>
    </message>
    <message>
        <source>truncated: %1 of %2 bytes are there</source>
        <translation>avkortet: %1 av %2 byte er der</translation>
    </message>
    <message>
        <source>not the file that was written: %1 bytes instead of %2</source>
        <translation>ikke filen som ble skrevet: %1 byte i stedet for %2</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>tom</translation>
    </message>
    <message>
        <source>truncated: its end is missing</source>
        <translation>avkortet: slutten mangler</translation>
    </message>
    <message>
        <source>not recognised as a dump of PostgreSQL</source>
        <translation>ikke gjenkjent som en dump fra PostgreSQL</translation>
    </message>
    <message>
        <source>what is packed in it is no dump</source>
        <translation>det som er pakket i den, er ingen dump</translation>
    </message>
    <message>
        <source>copied: its date is that of its name, in an unknown zone</source>
        <translation>kopiert: datoen er den i navnet, i ukjent tidssone</translation>
    </message>
    <message>
        <source>The manifest was written by a later version of Roster.</source>
        <translation>Manifestet ble skrevet av en nyere versjon av Roster.</translation>
    </message>
    <message>
        <source>Use that version, or a newer one.</source>
        <translation>Bruk den versjonen, eller en nyere.</translation>
    </message>
    <message>
        <source>The manifest cannot be read.</source>
        <translation>Manifestet kan ikke leses.</translation>
    </message>
    <message>
        <source>Go by the dump itself; what was counted at its making is lost.</source>
        <translation>Hold deg til selve dumpen; det som ble talt da den ble laget, er tapt.</translation>
    </message>
    <message>
        <source>%1 has no manifest.</source>
        <translation>%1 har ikke noe manifest.</translation>
    </message>
    <message>
        <source>Only backups that Roster made have one.</source>
        <translation>Bare sikkerhetskopier som Roster har laget, har et.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kan ikke leses: %2.</translation>
    </message>
    <message>
        <source>Check who may read it.</source>
        <translation>Sjekk hvem som kan lese den.</translation>
    </message>
    <message>
        <source>last</source>
        <translation>siste</translation>
    </message>
    <message>
        <source>daily</source>
        <translation>daglig</translation>
    </message>
    <message>
        <source>weekly</source>
        <translation>ukentlig</translation>
    </message>
    <message>
        <source>monthly</source>
        <translation>månedlig</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>byte</translation>
    </message>
    <message>
        <source>checksum</source>
        <translation>sjekksum</translation>
    </message>
    <message>
        <source>read in full</source>
        <translation>lest i sin helhet</translation>
    </message>
    <message>
        <source>restored on trial</source>
        <translation>gjenopprettet på prøve</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>ikke kontrollert</translation>
    </message>
    <message>
        <source>The disk is full: no space left for %1.</source>
        <translation>Disken er full: ikke plass til %1.</translation>
    </message>
    <message>
        <source>Free some space, or choose a folder on another disk.</source>
        <translation>Frigjør plass, eller velg en mappe på en annen disk.</translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 finnes ikke.</translation>
    </message>
    <message>
        <source>Check the name, and whether its disk is mounted.</source>
        <translation>Sjekk navnet, og om disken er montert.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Give %1 the right to it, or choose another folder.</source>
        <translation>Gi %1 rettighet til den, eller velg en annen mappe.</translation>
    </message>
    <message>
        <source>Check the folder and its disk.</source>
        <translation>Sjekk mappen og disken.</translation>
    </message>
    <message>
        <source>There is no good backup of %1.</source>
        <translation>Det finnes ingen god sikkerhetskopi av %1.</translation>
    </message>
    <message>
        <source>The newest good backup of %1 is %2 old; one each %3 is promised.</source>
        <translation>Den nyeste gode sikkerhetskopien av %1 er %2 gammel; det er lovet en hver %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n sekund</numerusform>
            <numerusform>%n sekunder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minutt</numerusform>
            <numerusform>%n minutter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n timer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n døgn</numerusform>
            <numerusform>%n døgn</numerusform>
        </translation>
    </message>
    <message>
        <source>empty or damaged inside</source>
        <translation>tom eller skadet inni</translation>
    </message>
    <message>
        <source>%1 is not Roster&apos;s and was left as it is.</source>
        <translation>%1 er ikke Rosters og ble latt være som den er.</translation>
    </message>
    <message>
        <source>This backup is in `last` only.</source>
        <translation>Denne sikkerhetskopien ligger bare i `last`.</translation>
    </message>
    <message>
        <source>%1 could not be linked: %2.</source>
        <translation>%1 kunne ikke lenkes: %2.</translation>
    </message>
    <message>
        <source>This backup is in `last` only; keep it elsewhere as well.</source>
        <translation>Denne sikkerhetskopien ligger bare i `last`; ta vare på den et annet sted også.</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Forbereder</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Roller</translation>
    </message>
    <message>
        <source>The roles were not written whole.</source>
        <translation>Rollene ble ikke skrevet i sin helhet.</translation>
    </message>
    <message>
        <source>Try again, or leave them out.</source>
        <translation>Prøv igjen, eller utelat dem.</translation>
    </message>
    <message>
        <source>Reading it again, bytes:</source>
        <translation>Leser den på nytt, byte:</translation>
    </message>
    <message>
        <source>What was written is not what pg_dump gave. No backup was made.</source>
        <translation>Det som ble skrevet, er ikke det pg_dump ga. Ingen sikkerhetskopi ble laget.</translation>
    </message>
    <message>
        <source>Check the disk of %1.</source>
        <translation>Sjekk disken til %1.</translation>
    </message>
    <message>
        <source>There is no pg_dump on this computer; the server is PostgreSQL %1.</source>
        <translation>Det finnes ingen pg_dump på denne datamaskinen; serveren er PostgreSQL %1.</translation>
    </message>
    <message>
        <source>The server is PostgreSQL %1, and pg_dump refuses servers newer than itself; here is %2.</source>
        <translation>Serveren er PostgreSQL %1, og pg_dump avviser servere som er nyere enn den selv; her finnes %2.</translation>
    </message>
    <message>
        <source>Install it: sudo apt install postgresql-client-%1 (where Debian does not have it, apt.postgresql.org does).</source>
        <translation>Installer den: sudo apt install postgresql-client-%1 (der Debian ikke har den, har apt.postgresql.org den).</translation>
    </message>
    <message>
        <source>%1 is no pg_dump.</source>
        <translation>%1 er ingen pg_dump.</translation>
    </message>
    <message>
        <source>Name the program itself, or leave it to Roster to find one.</source>
        <translation>Nevn selve programmet, eller la Roster finne et.</translation>
    </message>
    <message>
        <source>sslpassword cannot be handed to pg_dump without others seeing it.</source>
        <translation>sslpassword kan ikke gis til pg_dump uten at andre ser det.</translation>
    </message>
    <message>
        <source>Use a key without a password, readable by you only.</source>
        <translation>Bruk en nøkkel uten passord, som bare du kan lese.</translation>
    </message>
    <message>
        <source>Table %1 (%2 of %3), bytes:</source>
        <translation>Tabell %1 (%2 av %3), byte:</translation>
    </message>
    <message>
        <source>%1 was killed before its end. No backup was made.</source>
        <translation>%1 ble drept før slutten. Ingen sikkerhetskopi ble laget.</translation>
    </message>
    <message>
        <source>%1 failed. No backup was made.</source>
        <translation>%1 mislyktes. Ingen sikkerhetskopi ble laget.</translation>
    </message>
    <message>
        <source>Mend what it names, then try again.</source>
        <translation>Rett det den nevner, og prøv igjen.</translation>
    </message>
    <message>
        <source>%1 is no recipient that a backup can be encrypted to.</source>
        <translation>%1 er ingen mottaker som en sikkerhetskopi kan krypteres til.</translation>
    </message>
    <message>
        <source>Write age:RECIPIENT or gpg:KEY, all of one kind.</source>
        <translation>Skriv age:RECIPIENT eller gpg:KEY, alle av samme slag.</translation>
    </message>
    <message>
        <source>%1 is not installed on this computer.</source>
        <translation>%1 er ikke installert på denne datamaskinen.</translation>
    </message>
    <message>
        <source>Install it: sudo apt install %1</source>
        <translation>Installer den: sudo apt install %1</translation>
    </message>
    <message>
        <source>Check the recipients: it must know each of them.</source>
        <translation>Sjekk mottakerne: programmet må kjenne hver av dem.</translation>
    </message>
    <message>
        <source>Use another backup; this one is not to be relied on.</source>
        <translation>Bruk en annen sikkerhetskopi; denne er ikke til å stole på.</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 finnes allerede.</translation>
    </message>
    <message>
        <source>Nothing was overwritten. Try again.</source>
        <translation>Ingenting ble overskrevet. Prøv igjen.</translation>
    </message>
    <message>
        <source>%1 was replaced meanwhile.</source>
        <translation>%1 ble byttet ut i mellomtiden.</translation>
    </message>
    <message>
        <source>List the folder again.</source>
        <translation>List opp mappen på nytt.</translation>
    </message>
    <message>
        <source>changed since it was made: its checksum is not that of the manifest</source>
        <translation>endret siden den ble laget: sjekksummen er ikke manifestets</translation>
    </message>
    <message>
        <source>by what it is packed with; whoever made it left no checksum</source>
        <translation>etter det den er pakket med; den som laget den, etterlot ingen sjekksum</translation>
    </message>
    <message>
        <source>integrity unknown: whoever made it left no checksum</source>
        <translation>integritet ukjent: den som laget den, etterlot ingen sjekksum</translation>
    </message>
    <message>
        <source>whoever made it left no checksum</source>
        <translation>den som laget den, etterlot ingen sjekksum</translation>
    </message>
    <message>
        <source>The command is empty.</source>
        <translation>Kommandoen er tom.</translation>
    </message>
    <message>
        <source>Leave it out, or name a program.</source>
        <translation>Utelat den, eller nevn et program.</translation>
    </message>
    <message>
        <source>There is no program %1.</source>
        <translation>Det finnes ikke noe program %1.</translation>
    </message>
    <message>
        <source>Name its path. For a line of a shell write sh -c &apos;…&apos;.</source>
        <translation>Nevn stien. For en linje i et skall: skriv sh -c &apos;…&apos;.</translation>
    </message>
    <message>
        <source>The command after the backup failed: %1.</source>
        <translation>Kommandoen etter sikkerhetskopien mislyktes: %1.</translation>
    </message>
    <message>
        <source>The backup itself is as it was said to be.</source>
        <translation>Selve sikkerhetskopien er som det ble sagt.</translation>
    </message>
    <message>
        <source>A line end or another control character cannot be scheduled.</source>
        <translation>Et linjeskift eller et annet styretegn kan ikke settes på timeplan.</translation>
    </message>
    <message>
        <source>Use a folder and names without.</source>
        <translation>Bruk en mappe og navn uten.</translation>
    </message>
    <message>
        <source>There is neither systemd for this account nor cron on this computer.</source>
        <translation>Det er verken systemd for denne kontoen eller cron på denne datamaskinen.</translation>
    </message>
    <message>
        <source>Have whatever runs things by the clock here run this:
%1</source>
        <translation>La det som kjører ting etter klokken her, kjøre dette:
%1</translation>
    </message>
    <message>
        <source>There is no schedule %1.</source>
        <translation>Det finnes ingen timeplan %1.</translation>
    </message>
    <message>
        <source>See which there are.</source>
        <translation>Se hvilke som finnes.</translation>
    </message>
    <message>
        <source>%1 is not on this computer.</source>
        <translation>%1 finnes ikke på denne datamaskinen.</translation>
    </message>
    <message>
        <source>%1 failed.</source>
        <translation>%1 mislyktes.</translation>
    </message>
    <message>
        <source>%1 rows in %2 tables</source>
        <translation>%1 rader i %2 tabeller</translation>
    </message>
    <message>
        <source>encrypted: what is in it shows when it is decrypted</source>
        <translation>kryptert: hva som er i den, vises når den dekrypteres</translation>
    </message>
    <message>
        <source>in a container: what is in it shows when it is opened</source>
        <translation>i en beholder: hva som er i den, vises når den åpnes</translation>
    </message>
    <message>
        <source>several databases: a restore takes the one that --database names</source>
        <translation>flere databaser: en gjenoppretting tar den som --database navngir</translation>
    </message>
</context>
<context>
    <name>BackupCommand</name>
    <message>
        <source>FOLDER is where backups are: that of docker-postgres-backup-local, a plain folder of dumps, or Roster&apos;s own, which is meant when none is named.</source>
        <translation>FOLDER er der sikkerhetskopiene ligger: mappen til docker-postgres-backup-local, en vanlig mappe med dumper, eller Rosters egen, som gjelder når ingen er nevnt.</translation>
    </message>
    <message>
        <source>write the answer as JSON</source>
        <translation>skriv svaret som JSON</translation>
    </message>
    <message>
        <source>See `roster help backup`.</source>
        <translation>Se `roster help backup`.</translation>
    </message>
    <message>
        <source>%1 (week)</source>
        <translation>%1 (uke)</translation>
    </message>
    <message>
        <source>good</source>
        <translation>god</translation>
    </message>
    <message>
        <source>database</source>
        <translation>database</translation>
    </message>
    <message>
        <source>stamp</source>
        <translation>stempel</translation>
    </message>
    <message>
        <source>kept as</source>
        <translation>beholdt som</translation>
    </message>
    <message>
        <source>age</source>
        <translation>alder</translation>
    </message>
    <message>
        <source>size</source>
        <translation>størrelse</translation>
    </message>
    <message>
        <source>format</source>
        <translation>format</translation>
    </message>
    <message>
        <source>server</source>
        <translation>server</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>kontrollert</translation>
    </message>
    <message>
        <source>state</source>
        <translation>tilstand</translation>
    </message>
    <message>
        <source>file</source>
        <translation>fil</translation>
    </message>
    <message>
        <source>%1 is being written.</source>
        <translation>%1 er i ferd med å skrives.</translation>
    </message>
    <message>
        <source>%1 is left over from a run that was killed; the next backup there removes it.</source>
        <translation>%1 er igjen etter en kjøring som ble drept; neste sikkerhetskopi der fjerner den.</translation>
    </message>
    <message>
        <source>Stamps are as whoever made the files wrote them: a container&apos;s clock, without a zone.</source>
        <translation>Stempler er slik den som laget filene, skrev dem: klokken i en container, uten tidssone.</translation>
    </message>
    <message>
        <source>There are no backups of Roster&apos;s own yet, in %1.</source>
        <translation>Roster har ingen egne sikkerhetskopier ennå, i %1.</translation>
    </message>
    <message>
        <source>Make one, or name a folder.</source>
        <translation>Lag en, eller nevn en mappe.</translation>
    </message>
    <message>
        <source>There are no backups in %1.</source>
        <translation>Det er ingen sikkerhetskopier i %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n files: %1</source>
        <translation>
            <numerusform>%n fil: %1</numerusform>
            <numerusform>%n filer: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>make, list and check backups</source>
        <translation>lag, list opp og kontroller sikkerhetskopier</translation>
    </message>
    <message>
        <source>create writes FOLDER/last/DATABASE-STAMP.dump.zst and links it as the day&apos;s, the week&apos;s and the month&apos;s. It gets its name only when it is whole and was read again; beside it lies what was counted in it.</source>
        <translation>create skriver FOLDER/last/DATABASE-STAMP.dump.zst og lenker den som dagens, ukens og månedens. Den får navnet sitt først når den er hel og er lest på nytt; ved siden av ligger det som ble talt i den.</translation>
    </message>
    <message>
        <source>create: where to; made where it is missing</source>
        <translation>create: hvor; lages der den mangler</translation>
    </message>
    <message>
        <source>create: also the server&apos;s roles, without passwords</source>
        <translation>create: også serverens roller, uten passord</translation>
    </message>
    <message>
        <source>create: this pg_dump instead of one that fits</source>
        <translation>create: denne pg_dump i stedet for en som passer</translation>
    </message>
    <message>
        <source>create: to age:RECIPIENT or gpg:KEY</source>
        <translation>create: til age:RECIPIENT eller gpg:KEY</translation>
    </message>
    <message>
        <source>There is no format %1.</source>
        <translation>Det finnes ikke noe format %1.</translation>
    </message>
    <message>
        <source>Write dump.zst or sql.gz.</source>
        <translation>Skriv dump.zst eller sql.gz.</translation>
    </message>
    <message>
        <source>--to is empty.</source>
        <translation>--to er tom.</translation>
    </message>
    <message>
        <source>Name a folder.</source>
        <translation>Nevn en mappe.</translation>
    </message>
    <message>
        <source>Removed what a killed run left: %1</source>
        <translation>Fjernet det en drept kjøring etterlot: %1</translation>
    </message>
    <message>
        <source>%1 rows in %2 tables of %3, %4, read again to the end.</source>
        <translation>%1 rader i %2 tabeller i %3, %4, lest på nytt til slutten.</translation>
    </message>
    <message>
        <source>prune removes what has served its time: of Roster&apos;s own backups only, never the last one that was verified, never so many that fewer than --least are left.</source>
        <translation>prune fjerner det som har gjort sin tjeneste: bare av Rosters egne sikkerhetskopier, aldri den siste som ble kontrollert, aldri så mange at færre enn --least er igjen.</translation>
    </message>
    <message>
        <source>verify: bytes, checksum or full</source>
        <translation>verify: bytes, checksum eller full</translation>
    </message>
    <message>
        <source>prune: days in `last`; 1 if not said</source>
        <translation>prune: dager i `last`; 1 om ikke sagt</translation>
    </message>
    <message>
        <source>prune: days in `daily`; 7 if not said</source>
        <translation>prune: dager i `daily`; 7 om ikke sagt</translation>
    </message>
    <message>
        <source>prune: weeks in `weekly`; 4 if not said</source>
        <translation>prune: uker i `weekly`; 4 om ikke sagt</translation>
    </message>
    <message>
        <source>prune: months in `monthly`; 6 if not said</source>
        <translation>prune: måneder i `monthly`; 6 om ikke sagt</translation>
    </message>
    <message>
        <source>prune: backups that stay whatever their age; 3 if not said</source>
        <translation>prune: sikkerhetskopier som blir uansett alder; 3 om ikke sagt</translation>
    </message>
    <message>
        <source>--%1 wants a number, not %2.</source>
        <translation>--%1 vil ha et tall, ikke %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n names would go, %1 with them.</source>
        <translation>
            <numerusform>%n navn ville forsvinne, %1 med det.</numerusform>
            <numerusform>%n navn ville forsvinne, %1 med dem.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n names went, %1 with them.</source>
        <translation>
            <numerusform>%n navn forsvant, %1 med det.</numerusform>
            <numerusform>%n navn forsvant, %1 med dem.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no level %1.</source>
        <translation>Det finnes ikke noe nivå %1.</translation>
    </message>
    <message>
        <source>Write bytes, checksum or full.</source>
        <translation>Skriv bytes, checksum eller full.</translation>
    </message>
    <message>
        <source>It could not be noted: %1</source>
        <translation>Det kunne ikke noteres: %1</translation>
    </message>
    <message>
        <source>schedule writes a systemd user timer, or a line into the crontab, that calls create --prune with the same options. --on-success and --on-failure are started without a shell, what happened in ROSTER_BACKUP_STATUS, _FILE and _ERROR.</source>
        <translation>schedule skriver en systemd-tidsur for brukeren, eller en linje i crontab, som kaller create --prune med de samme valgene. --on-success og --on-failure startes uten skall; det som skjedde, står i ROSTER_BACKUP_STATUS, _FILE og _ERROR.</translation>
    </message>
    <message>
        <source>create: then remove what has served its time</source>
        <translation>create: fjern så det som har gjort sin tjeneste</translation>
    </message>
    <message>
        <source>create: then run this</source>
        <translation>create: kjør så dette</translation>
    </message>
    <message>
        <source>create: run this when it failed</source>
        <translation>create: kjør dette når den mislyktes</translation>
    </message>
    <message>
        <source>schedule: hour, day, week or month; day if not said</source>
        <translation>schedule: hour, day, week eller month; day om ikke sagt</translation>
    </message>
    <message>
        <source>schedule: when; 3:15 if not said</source>
        <translation>schedule: når; 3:15 om ikke sagt</translation>
    </message>
    <message>
        <source>prune, schedule: say what would be done, and change nothing</source>
        <translation>prune, schedule: si hva som ville bli gjort, og endre ingenting</translation>
    </message>
    <message>
        <source>Served its time: %1</source>
        <translation>Har gjort sin tjeneste: %1</translation>
    </message>
    <message>
        <source>A password would stand readable in the schedule.</source>
        <translation>Et passord ville stå lesbart i timeplanen.</translation>
    </message>
    <message>
        <source>Put it into ~/.pgpass and leave it out here.</source>
        <translation>Legg det i ~/.pgpass og utelat det her.</translation>
    </message>
    <message>
        <source>--every %1 --at %2 is no time.</source>
        <translation>--every %1 --at %2 er ikke noe tidspunkt.</translation>
    </message>
    <message>
        <source>Write hour, day, week or month, and a time such as 3:15.</source>
        <translation>Skriv hour, day, week eller month, og et klokkeslett som 3:15.</translation>
    </message>
    <message>
        <source>No backup is made by itself.</source>
        <translation>Ingen sikkerhetskopi lages av seg selv.</translation>
    </message>
    <message>
        <source>It runs while you are logged in; `loginctl enable-linger` lets it run always.</source>
        <translation>Den kjører mens du er logget inn; `loginctl enable-linger` lar den kjøre alltid.</translation>
    </message>
    <message numerus="yes">
        <source>There are %n schedules: which one?</source>
        <translation>
            <numerusform>Det er %n timeplan: hvilken?</numerusform>
            <numerusform>Det er %n timeplaner: hvilken?</numerusform>
        </translation>
    </message>
    <message>
        <source>See which there are.</source>
        <translation>Se hvilke som finnes.</translation>
    </message>
    <message>
        <source>%1 is gone. The backups it made are still there.</source>
        <translation>%1 er borte. Sikkerhetskopiene den laget, er der fortsatt.</translation>
    </message>
    <message>
        <source>There is no `backup schedule %1`.</source>
        <translation>Det finnes ingen `backup schedule %1`.</translation>
    </message>
    <message>
        <source>Write show, install or remove.</source>
        <translation>Skriv show, install eller remove.</translation>
    </message>
    <message>
        <source>drill restores it for trial on the server that --url and its like mean, into a database that nobody else sees, checks it, and drops that database again. Of a FOLDER: its newest.</source>
        <translation>drill gjenoppretter den på prøve på serveren som --url og lignende peker på, i en database som ingen andre ser, kontrollerer den, og sletter databasen igjen. Av en FOLDER: den nyeste.</translation>
    </message>
    <message>
        <source>%1 is NOT usable as it is. What comes before the fault:</source>
        <translation>%1 kan IKKE brukes slik den er. Det som kommer før feilen:</translation>
    </message>
    <message>
        <source>%1 is complete: it was read to its end.</source>
        <translation>%1 er hel: den ble lest til slutten.</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>ikke oppgitt</translation>
    </message>
    <message>
        <source>encoding</source>
        <translation>tegnkoding</translation>
    </message>
    <message>
        <source>revision</source>
        <translation>revisjon</translation>
    </message>
    <message>
        <source>roles</source>
        <translation>roller</translation>
    </message>
    <message>
        <source>extensions</source>
        <translation>utvidelser</translation>
    </message>
    <message>
        <source>rows: %1 in tables: %2</source>
        <translation>rader: %1 i tabeller: %2</translation>
    </message>
    <message>
        <source>not whole</source>
        <translation>ikke hel</translation>
    </message>
    <message>
        <source>inspect reads a dump of any of pg_dump&apos;s formats to its end, packed or not, without a server, and says what is in it: versions, revision, roles, extensions and the rows of each table. It ends with 1 for a file that is damaged, cut off or refused. Of a pg_dumpall file it lists the databases, or says what is in the one that --database names.</source>
        <translation>inspect leser en dump i et hvilket som helst av formatene til pg_dump til slutten, pakket eller ikke, uten server, og sier hva som er i den: versjoner, revisjon, roller, utvidelser og radene i hver tabell. Den ender med 1 for en fil som er skadet, kuttet av eller avvist. Av en fil fra pg_dumpall lister den opp databasene, eller sier hva som er i den som --database navngir.</translation>
    </message>
    <message>
        <source>databases: %1 (look into one by --database NAME)</source>
        <translation>databaser: %1 (se inn i en med --database NAVN)</translation>
    </message>
    <message>
        <source>the server&apos;s own</source>
        <translation>serverens egen</translation>
    </message>
    <message>
        <source>made as</source>
        <translation>laget som</translation>
    </message>
    <message>
        <source>With --table it writes the rows of that table instead, those that hold the text of --find in any column (=TEXT: a column that is just that).</source>
        <translation>Med --table skriver den i stedet radene i den tabellen, de som har teksten fra --find i en av kolonnene (=TEKST: en kolonne som er nettopp det).</translation>
    </message>
    <message>
        <source>create: dump.zst (pg_dump&apos;s custom format, the default) or sql.gz; inspect --table: table (the default), csv or json</source>
        <translation>create: dump.zst (pg_dumps custom-format, standard) eller sql.gz; inspect --table: table (standard), csv eller json</translation>
    </message>
    <message>
        <source>inspect: the rows of this table, as SCHEMA.TABLE</source>
        <translation>inspect: radene i denne tabellen, som SKJEMA.TABELL</translation>
    </message>
    <message>
        <source>inspect --table: only rows that hold it</source>
        <translation>inspect --table: bare rader som har den</translation>
    </message>
    <message>
        <source>inspect --table: no more than so many rows</source>
        <translation>inspect --table: ikke flere enn så mange rader</translation>
    </message>
    <message>
        <source>--format: there is no format %1.</source>
        <translation>--format: det finnes ikke noe format %1.</translation>
    </message>
    <message>
        <source>Write table, csv or json.</source>
        <translation>Skriv table, csv eller json.</translation>
    </message>
    <message>
        <source>--limit: %1 is no number of rows.</source>
        <translation>--limit: %1 er ikke et antall rader.</translation>
    </message>
    <message>
        <source>Row %1 is too long: only its beginning is shown.</source>
        <translation>Rad %1 er for lang: bare begynnelsen vises.</translation>
    </message>
    <message>
        <source>What was written is what comes before the fault.</source>
        <translation>Det som ble skrevet, er det som kommer før feilen.</translation>
    </message>
    <message>
        <source>not looked into</source>
        <translation>ikke sett inn i</translation>
    </message>
    <message>
        <source>verify reads it to its end: bytes (a look at it), checksum, or full (the default: all of it is unpacked and read as a dump). It ends with 1 for a file that is damaged, cut off, or that restore would refuse. What it found is noted beside the file.</source>
        <translation>verify leser den til slutten: bytes (et blikk på den), checksum, eller full (det vanlige: alt pakkes ut og leses som en dump). Den ender med 1 for en fil som er skadet, kuttet av, eller som restore ville avvise. Det den fant, noteres ved siden av filen.</translation>
    </message>
    <message>
        <source>inspect, drill: which database of a pg_dumpall file</source>
        <translation>inspect, drill: hvilken database i en fil fra pg_dumpall</translation>
    </message>
</context>
<context>
    <name>BackupJobs</name>
    <message>
        <source>Read %1</source>
        <translation>Les %1</translation>
    </message>
    <message>
        <source>Verify %1</source>
        <translation>Kontroller %1</translation>
    </message>
    <message>
        <source>That it was verified could not be noted: %1</source>
        <translation>At den ble kontrollert, kunne ikke noteres: %1</translation>
    </message>
    <message>
        <source>Look what has served its time</source>
        <translation>Se hva som har gjort tjenesten sin</translation>
    </message>
    <message>
        <source>Remove what has served its time</source>
        <translation>Fjern det som har gjort tjenesten sin</translation>
    </message>
    <message>
        <source>Back up %1</source>
        <translation>Sikkerhetskopier %1</translation>
    </message>
    <message>
        <source>Look what restores left</source>
        <translation>Se hva gjenopprettinger etterlot</translation>
    </message>
    <message>
        <source>Bring back %1</source>
        <translation>Hent tilbake %1</translation>
    </message>
    <message>
        <source>Drop %1</source>
        <translation>Slett %1</translation>
    </message>
    <message>
        <source>Restore %1 on trial</source>
        <translation>Gjenopprett %1 på prøve</translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message>
        <source>There is no table %1 in the database.</source>
        <translation>Tabellen %1 finnes ikke i databasen.</translation>
    </message>
    <message>
        <source>It may have been dropped or renamed; refresh the list of tables.</source>
        <translation>Den kan være slettet eller ha fått nytt navn. Oppdater tabellisten.</translation>
    </message>
</context>
<context>
    <name>ChangeLog</name>
    <message>
        <source>The record of the commit is gone.</source>
        <translation>Opptegnelsen av lagringen er borte.</translation>
    </message>
    <message>
        <source>Somebody may have deleted it from roster.change_log.</source>
        <translation>Noen kan ha slettet den fra roster.change_log.</translation>
    </message>
</context>
<context>
    <name>ChangePlan</name>
    <message>
        <source>All rows of %1 are lost.</source>
        <translation>Alle rader i %1 går tapt.</translation>
    </message>
    <message>
        <source>All values of %1.%2 are lost.</source>
        <translation>Alle verdier i %1.%2 går tapt.</translation>
    </message>
    <message>
        <source>Rows that exist get %1 in %2.%3.</source>
        <translation>Rader som finnes, får %1 i %2.%3.</translation>
    </message>
    <message>
        <source>All values of %1 are lost.</source>
        <translation>Alle verdier i %1 går tapt.</translation>
    </message>
    <message>
        <source>Rows that exist get in %1.%2 what refers to rows of %3.</source>
        <translation>Rader som finnes, får i %1.%2 det som viser til rader i %3.</translation>
    </message>
    <message>
        <source>Rows that exist are numbered in %1.%2.</source>
        <translation>Rader som finnes, nummereres i %1.%2.</translation>
    </message>
</context>
<context>
    <name>ChartBuilder</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 i %2</translation>
    </message>
    <message>
        <source>%1 over %2 of %3</source>
        <translation>%1 over %2 i %3</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) lie far outside and stand apart: the bars show what is around 99 % of the rows.</source>
        <translation>
            <numerusform>%Ln rad ligger langt utenfor og står for seg: søylene viser området rundt 99 % av radene.</numerusform>
            <numerusform>%Ln rader ligger langt utenfor og står for seg: søylene viser området rundt 99 % av radene.</numerusform>
        </translation>
    </message>
    <message>
        <source>rows</source>
        <translation>rader</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are left out: one of the two has no finite value.</source>
        <translation>
            <numerusform>%Ln rad er utelatt: én av de to har ingen endelig verdi.</numerusform>
            <numerusform>%Ln rader er utelatt: én av de to har ingen endelig verdi.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) far outside are not shown.</source>
        <translation>
            <numerusform>%Ln rad langt utenfor vises ikke.</numerusform>
            <numerusform>%Ln rader langt utenfor vises ikke.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A sample: %n row(s).</source>
        <translation>
            <numerusform>Et utvalg: %Ln rad.</numerusform>
            <numerusform>Et utvalg: %Ln rader.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChartCategories</name>
    <message>
        <source>(blank)</source>
        <translation>(mellomrom)</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>rader</translation>
    </message>
    <message>
        <source>first letter of %1</source>
        <translation>første bokstav i %1</translation>
    </message>
    <message>
        <source>others</source>
        <translation>andre</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(tom)</translation>
    </message>
    <message numerus="yes">
        <source>%n rarer letter(s) are counted together as others.</source>
        <translation>
            <numerusform>%Ln sjeldnere bokstav telles sammen som andre.</numerusform>
            <numerusform>%Ln sjeldnere bokstaver telles sammen som andre.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The most frequent values; %n other(s) are counted together.</source>
        <translation>
            <numerusform>De hyppigste verdiene; %Ln annen telles for seg.</numerusform>
            <numerusform>De hyppigste verdiene; %Ln andre telles sammen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChartCommand</name>
    <message>
        <source>count how the values of a column, or of two, are distributed</source>
        <translation>tell hvordan verdiene i én eller to kolonner fordeler seg</translation>
    </message>
    <message>
        <source>Examples:
  roster chart players level
  roster chart players created_at --by month --where &apos;level &gt; 10&apos; --csv
  roster chart players level total_exp --json</source>
        <translation>Eksempler:
  roster chart players level
  roster chart players created_at --by month --where &apos;level &gt; 10&apos; --csv
  roster chart players level total_exp --json</translation>
    </message>
    <message>
        <source>no more than so many bars</source>
        <translation>ikke flere enn så mange søyler</translation>
    </message>
    <message>
        <source>times by hour, day, week, month or year; texts by letter or value</source>
        <translation>tider etter hour, day, week, month eller year; tekster etter letter eller value</translation>
    </message>
    <message>
        <source>also what lies so far out that it flattens the rest</source>
        <translation>også det som ligger så langt ute at resten flates ut</translation>
    </message>
    <message>
        <source>also write the statement that counts, to standard error</source>
        <translation>skriv også setningen som teller, til standard feil</translation>
    </message>
    <message>
        <source>the same as --format csv</source>
        <translation>det samme som --format csv</translation>
    </message>
    <message>
        <source>--bins: %1 is no number of bars.</source>
        <translation>--bins: %1 er ikke et antall søyler.</translation>
    </message>
    <message>
        <source>Write a number from 1 to 400.</source>
        <translation>Skriv et tall fra 1 til 400.</translation>
    </message>
    <message>
        <source>--by: there is no unit %1.</source>
        <translation>--by: enheten %1 finnes ikke.</translation>
    </message>
    <message>
        <source>Write hour, day, week, month, year, letter or value.</source>
        <translation>Skriv hour, day, week, month, year, letter eller value.</translation>
    </message>
    <message>
        <source>--by %1: %2 is of type %3 and has no such unit.</source>
        <translation>--by %1: %2 er av typen %3 og har ingen slik enhet.</translation>
    </message>
    <message>
        <source>Hours, days, weeks, months and years are units of times.</source>
        <translation>Timer, dager, uker, måneder og år er enheter for tidspunkter.</translation>
    </message>
    <message>
        <source>Letters and values are units of texts.</source>
        <translation>Bokstaver og verdier er enheter for tekster.</translation>
    </message>
    <message>
        <source>No rows: there is nothing to count.</source>
        <translation>Ingen rader: det er ingenting å telle.</translation>
    </message>
</context>
<context>
    <name>ChartCounts</name>
    <message>
        <source>Sampling %1</source>
        <translation>Tar et utvalg av %1</translation>
    </message>
    <message>
        <source>Counting %1</source>
        <translation>Teller %1</translation>
    </message>
    <message>
        <source>%1 has no column %2.</source>
        <translation>%1 har ingen kolonne %2.</translation>
    </message>
    <message>
        <source>Choose another column.</source>
        <translation>Velg en annen kolonne.</translation>
    </message>
    <message>
        <source>a chart of two columns needs numbers or times.</source>
        <translation>et diagram av to kolonner trenger tall eller tider.</translation>
    </message>
</context>
<context>
    <name>ChartFiles</name>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 kunne ikke skrives: %2.</translation>
    </message>
    <message>
        <source>Choose another folder, or make room there.</source>
        <translation>Velg en annen mappe, eller frigjør plass der.</translation>
    </message>
</context>
<context>
    <name>ChartPlugin</name>
    <message>
        <source>Charts cannot be drawn: %1 does not fit this Roster.</source>
        <translation>Diagrammer kan ikke tegnes: %1 passer ikke til denne Roster.</translation>
    </message>
    <message>
        <source>Install or build Roster again, all of it.</source>
        <translation>Installer eller bygg hele Roster på nytt.</translation>
    </message>
    <message>
        <source>Charts cannot be drawn: %1 is not installed.</source>
        <translation>Diagrammer kan ikke tegnes: %1 er ikke installert.</translation>
    </message>
    <message>
        <source>Install or build Roster again, all of it. The numbers are in the table.</source>
        <translation>Installer eller bygg hele Roster på nytt. Tallene står i tabellen.</translation>
    </message>
</context>
<context>
    <name>ChartRequest</name>
    <message>
        <source>values of type %1 cannot be put on a scale.</source>
        <translation>verdier av typen %1 kan ikke plasseres på en skala.</translation>
    </message>
    <message>
        <source>each value of type %1 is there once.</source>
        <translation>hver verdi av typen %1 finnes bare én gang.</translation>
    </message>
</context>
<context>
    <name>ChartScale</name>
    <message>
        <source>by week</source>
        <translation>per uke</translation>
    </message>
    <message>
        <source>by month</source>
        <translation>per måned</translation>
    </message>
    <message>
        <source>by year</source>
        <translation>per år</translation>
    </message>
    <message>
        <source>in steps of %1 years</source>
        <translation>i trinn på %1 år</translation>
    </message>
    <message>
        <source>in steps of %1</source>
        <translation>i trinn på %1</translation>
    </message>
    <message>
        <source>by hour</source>
        <translation>per time</translation>
    </message>
    <message>
        <source>by day</source>
        <translation>per dag</translation>
    </message>
    <message>
        <source>by hour of the day</source>
        <translation>per time i døgnet</translation>
    </message>
</context>
<context>
    <name>CleanCommand</name>
    <message>
        <source>empty a database, the old one kept for undo</source>
        <translation>tøm en database, den gamle beholdes så det kan angres</translation>
    </message>
    <message>
        <source>An empty database is built beside it, by the revisions up to the head or, where
Alembic made it, with the same schema and the same rows in alembic_version. Then
it takes the old one&apos;s place, in one transaction; `roster restore undo` brings
that back. Owners, grants and settings stay.
On production it needs a verified backup that is younger than an hour, or
--without-backup, which the server&apos;s log notes.</source>
        <translation>En tom database bygges ved siden av, med revisjonene til hodet eller, der Alembic
laget den, med samme skjema og samme rader i alembic_version. Så tar den den
gamles plass, i én transaksjon; `roster restore undo` bringer den tilbake. Eiere,
rettigheter og innstillinger blir som de er.
I produksjon trengs en kontrollert sikkerhetskopi som er yngre enn en time, eller
--without-backup, som tjenerens logg noterer.</translation>
    </message>
    <message>
        <source>the name of the database that is meant</source>
        <translation>navnet på databasen som menes</translation>
    </message>
    <message>
        <source>also on production without a fresh backup</source>
        <translation>også i produksjon uten en fersk sikkerhetskopi</translation>
    </message>
    <message>
        <source>where its backups are, if not in the usual folder</source>
        <translation>hvor sikkerhetskopiene ligger, hvis ikke i den vanlige mappen</translation>
    </message>
    <message>
        <source>a folder of revisions over the built-in ones</source>
        <translation>en mappe med revisjoner over de innebygde</translation>
    </message>
    <message>
        <source>write the answer as JSON</source>
        <translation>skriv svaret som JSON</translation>
    </message>
    <message>
        <source>Which database?</source>
        <translation>Hvilken database?</translation>
    </message>
    <message>
        <source>Name it in --url.</source>
        <translation>Nevn den i --url.</translation>
    </message>
</context>
<context>
    <name>ColumnChange</name>
    <message>
        <source>Correct the expression; nothing was changed.</source>
        <translation>Rett uttrykket; ingenting ble endret.</translation>
    </message>
    <message>
        <source>At the end of the expression.</source>
        <translation>Ved slutten av uttrykket.</translation>
    </message>
    <message>
        <source>At character %1 of the expression.</source>
        <translation>Ved tegn %1 i uttrykket.</translation>
    </message>
    <message>
        <source>The connection broke at the end, and the server took all of it back: nothing was changed.</source>
        <translation>Forbindelsen ble brutt til slutt, og tjeneren tok alt tilbake: ingenting ble endret.</translation>
    </message>
    <message>
        <source>Do it once more.</source>
        <translation>Gjør det én gang til.</translation>
    </message>
    <message>
        <source>The connection broke at the end, and the server cannot say whether the change was saved.</source>
        <translation>Forbindelsen ble brutt til slutt, og tjeneren kan ikke si om endringen ble lagret.</translation>
    </message>
    <message>
        <source>Look at the rows (F5) before you do it once more.</source>
        <translation>Se på radene (F5) før du gjør det én gang til.</translation>
    </message>
    <message>
        <source>The statement would change %1 rows, and %2 were counted: nothing was changed.</source>
        <translation>Setningen ville endret %1 rader, og %2 ble talt: ingenting ble endret.</translation>
    </message>
    <message>
        <source>Somebody else may have added or changed rows, or a trigger or policy leaves rows out. Count them again.</source>
        <translation>Noen andre kan ha lagt til eller endret rader, eller en trigger eller regel utelater rader. Tell dem på nytt.</translation>
    </message>
    <message>
        <source>%1.%2: you may not change this column.</source>
        <translation>%1.%2: du har ikke lov til å endre denne kolonnen.</translation>
    </message>
    <message>
        <source>Choose another column.</source>
        <translation>Velg en annen kolonne.</translation>
    </message>
    <message>
        <source>The expression does not give one value for each row.</source>
        <translation>Uttrykket gir ikke én verdi for hver rad.</translation>
    </message>
</context>
<context>
    <name>ColumnRecipe</name>
    <message>
        <source>%1: no values are known for its type %2.</source>
        <translation>%1: ingen verdier er kjent for typen %2.</translation>
    </message>
    <message>
        <source>%1: %2 is no recipe for a column of type %3.</source>
        <translation>%1: %2 er ingen oppskrift for en kolonne av typen %3.</translation>
    </message>
    <message>
        <source>Say how to fill it by a recipe: const:X, values:A|B, range:1..100, name, words, number, null.</source>
        <translation>Si med en oppskrift hvordan den skal fylles: const:X, values:A|B, range:1..100, name, words, number, null.</translation>
    </message>
    <message>
        <source>%1: no value lies in %2.</source>
        <translation>%1: ingen verdi ligger i %2.</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>There is no command %1.</source>
        <translation>Kommandoen %1 finnes ikke.</translation>
    </message>
    <message>
        <source>`roster --help` lists them.</source>
        <translation>`roster --help` viser kommandoene.</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>Mente du %1?</translation>
    </message>
    <message>
        <source>See `roster help %1`.</source>
        <translation>Se `roster help %1`.</translation>
    </message>
    <message>
        <source>Something is missing: roster %1 %2</source>
        <translation>Noe mangler: roster %1 %2</translation>
    </message>
    <message>
        <source>%1 is one word too many.</source>
        <translation>%1 er ett ord for mye.</translation>
    </message>
    <message>
        <source>Write `roster help COMMAND`.</source>
        <translation>Skriv `roster help COMMAND`.</translation>
    </message>
    <message>
        <source>There is no display to open the window on.</source>
        <translation>Det finnes ingen skjerm å åpne vinduet på.</translation>
    </message>
    <message>
        <source>Use a command (`roster --help` lists them), or xvfb-run roster.</source>
        <translation>Bruk en kommando (`roster --help` viser dem), eller xvfb-run roster.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>the database: postgresql://user@host:5432/name</source>
        <translation>databasen: postgresql://bruker@vert:5432/navn</translation>
    </message>
    <message>
        <source>the database: a saved connection, see `roster help profile`</source>
        <translation>databasen: en lagret tilkobling, se `roster help profile`</translation>
    </message>
    <message>
        <source>en or nb, instead of the system&apos;s language</source>
        <translation>en eller nb, i stedet for systemets språk</translation>
    </message>
    <message>
        <source>write nothing but the result and errors</source>
        <translation>skriv bare resultatet og feil</translation>
    </message>
    <message>
        <source>show this help</source>
        <translation>vis denne hjelpen</translation>
    </message>
    <message>
        <source>show the version</source>
        <translation>vis versjonen</translation>
    </message>
</context>
<context>
    <name>ConfirmDiscard</name>
    <message>
        <source>Edits not committed</source>
        <translation>Ulagrede endringer</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) hold edits that were not committed: %1</source>
        <translation>
            <numerusform>%Ln side har endringer som ikke er lagret i databasen: %1</numerusform>
            <numerusform>%Ln sider har endringer som ikke er lagret i databasen: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Discarded edits cannot be brought back.</source>
        <translation>Endringer som forkastes, kan ikke hentes tilbake.</translation>
    </message>
    <message>
        <source>&amp;Discard edits</source>
        <translation>&amp;Forkast endringene</translation>
    </message>
    <message>
        <source>Kept edits are offered again when the table is opened next. Discarded edits cannot be brought back.</source>
        <translation>Endringer du beholder, blir tilbudt igjen neste gang tabellen åpnes. Forkastede endringer kan ikke hentes tilbake.</translation>
    </message>
    <message>
        <source>&amp;Keep for later</source>
        <translation>&amp;Behold til senere</translation>
    </message>
</context>
<context>
    <name>ConnectionDialog</name>
    <message>
        <source>Connect to a database</source>
        <translation>Koble til en database</translation>
    </message>
    <message>
        <source>&amp;Saved and recent</source>
        <translation>&amp;Lagrede og nylige</translation>
    </message>
    <message>
        <source>Saved and recent connections</source>
        <translation>Lagrede og nylige tilkoblinger</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>N&amp;y</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>&amp;Fjern</translation>
    </message>
    <message>
        <source>&amp;URL</source>
        <translation>&amp;URL</translation>
    </message>
    <message>
        <source>Paste postgresql://… to fill in the rest</source>
        <translation>Lim inn postgresql://… for å fylle ut resten</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>&amp;Vert</translation>
    </message>
    <message>
        <source>Name, address or socket folder</source>
        <translation>Navn, adresse eller socket-mappe</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>5432</source>
        <translation>5432</translation>
    </message>
    <message>
        <source>&amp;Database</source>
        <translation>&amp;Database</translation>
    </message>
    <message>
        <source>U&amp;ser</source>
        <translation>&amp;Bruker</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Pass&amp;ord</translation>
    </message>
    <message>
        <source>Not saved; ~/.pgpass is read</source>
        <translation>Lagres ikke; ~/.pgpass leses</translation>
    </message>
    <message>
        <source>&amp;TLS</source>
        <translation>&amp;TLS</translation>
    </message>
    <message>
        <source>Ser&amp;vice</source>
        <translation>Tj&amp;eneste</translation>
    </message>
    <message>
        <source>Section of pg_service.conf</source>
        <translation>Avsnitt i pg_service.conf</translation>
    </message>
    <message>
        <source>&amp;Environment</source>
        <translation>&amp;Miljø</translation>
    </message>
    <message>
        <source>Guards depend on it; where the database itself is marked, the stricter of the two counts.</source>
        <translation>Vernet avhenger av det. Er databasen selv merket, gjelder det strengeste av de to.</translation>
    </message>
    <message>
        <source>Save &amp;as</source>
        <translation>Lag&amp;re som</translation>
    </message>
    <message>
        <source>Name, as in --profile NAME</source>
        <translation>Navn, som i --profile NAME</translation>
    </message>
    <message>
        <source>Sav&amp;e</source>
        <translation>La&amp;gre</translation>
    </message>
    <message>
        <source>Test &amp;connection</source>
        <translation>Test t&amp;ilkoblingen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>C&amp;onnect</source>
        <translation>&amp;Koble til</translation>
    </message>
    <message>
        <source>&amp;Revisions</source>
        <translation>&amp;Revisjoner</translation>
    </message>
    <message>
        <source>Folder of .sql files; none: the built-in ones</source>
        <translation>Mappe med .sql-filer; ingen: de innebygde</translation>
    </message>
    <message>
        <source>Saved with the connection; the Migrations page reads it and writes new revisions there.</source>
        <translation>Lagres med tilkoblingen; siden Migreringer leser den og skriver nye revisjoner der.</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>&amp;Velg …</translation>
    </message>
</context>
<context>
    <name>ConnectionTarget</name>
    <message>
        <source>Private local database</source>
        <translation>Privat lokal database</translation>
    </message>
    <message>
        <source>libpq&apos;s default</source>
        <translation>standarden til libpq</translation>
    </message>
</context>
<context>
    <name>ConnectionUrl</name>
    <message>
        <source>%1:// is not a PostgreSQL URL.</source>
        <translation>%1:// er ingen PostgreSQL-URL.</translation>
    </message>
    <message>
        <source>Write postgresql://user@host:5432/database.</source>
        <translation>Skriv postgresql://bruker@vert:5432/database.</translation>
    </message>
    <message>
        <source>The connection URL is empty.</source>
        <translation>Tilkoblings-URL-en er tom.</translation>
    </message>
    <message>
        <source>This is no connection URL.</source>
        <translation>Dette er ingen tilkoblings-URL.</translation>
    </message>
    <message>
        <source>The connection URL holds the unknown parameter %1.</source>
        <translation>Tilkoblings-URL-en har den ukjente parameteren %1.</translation>
    </message>
    <message>
        <source>Take it out; libpq&apos;s parameters are allowed.</source>
        <translation>Ta den bort. Parametrene til libpq er tillatt.</translation>
    </message>
    <message>
        <source>The connection URL cannot be read.</source>
        <translation>Tilkoblings-URL-en kan ikke tolkes.</translation>
    </message>
    <message>
        <source>Percent-encode characters such as @ : / % in user and password.</source>
        <translation>Prosentkod tegn som @ : / % i bruker og passord.</translation>
    </message>
    <message>
        <source>service %1</source>
        <translation>tjenesten %1</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>denne maskinen</translation>
    </message>
</context>
<context>
    <name>Context</name>
    <message>
        <source>--%1 is empty.</source>
        <translation>--%1 er tom.</translation>
    </message>
</context>
<context>
    <name>DatabaseOverview</name>
    <message>
        <source>Read the list of tables</source>
        <translation>Les tabellisten</translation>
    </message>
</context>
<context>
    <name>DdlFile</name>
    <message>
        <source>%1 is no SQL text.</source>
        <translation>%1 er ikke SQL-tekst.</translation>
    </message>
    <message>
        <source>A dump in the custom format becomes SQL by `pg_restore -s -f FILE.sql`.</source>
        <translation>En dump i custom-format blir SQL med `pg_restore -s -f FIL.sql`.</translation>
    </message>
    <message>
        <source>%1 is not written in UTF-8.</source>
        <translation>%1 er ikke skrevet i UTF-8.</translation>
    </message>
    <message>
        <source>Write the dump with `pg_dump -E UTF8`.</source>
        <translation>Skriv dumpen med `pg_dump -E UTF8`.</translation>
    </message>
</context>
<context>
    <name>Drift</name>
    <message>
        <source>The tables are as %1 left them.</source>
        <translation>Tabellene er slik %1 etterlot dem.</translation>
    </message>
    <message>
        <source>The tables are no longer as %1 left them.</source>
        <translation>Tabellene er ikke lenger slik %1 etterlot dem.</translation>
    </message>
    <message>
        <source>Reading the database</source>
        <translation>Leser databasen</translation>
    </message>
    <message>
        <source>Building what it is compared with</source>
        <translation>Bygger det den sammenlignes med</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Sammenligner</translation>
    </message>
    <message>
        <source>Alembic manages it: an index that only Roster declares is for speed alone, and may be missing.</source>
        <translation>Alembic forvalter den: en indeks som bare Roster erklærer, er bare for farten, og kan mangle.</translation>
    </message>
</context>
<context>
    <name>Dump</name>
    <message>
        <source>Take another backup: this one is not whole.</source>
        <translation>Ta en annen sikkerhetskopi: denne er ikke hel.</translation>
    </message>
    <message>
        <source>Line %1 of the dump: %2</source>
        <translation>Linje %1 i dumpen: %2</translation>
    </message>
    <message>
        <source>Nothing of it was run. If the file is not yours, do not restore it.</source>
        <translation>Ingenting av dette ble kjørt. Hvis filen ikke er din, så ikke gjenopprett den.</translation>
    </message>
    <message>
        <source>%1 is a command for psql, and no such is run.</source>
        <translation>%1 er en kommando for psql, og slike kjøres ikke.</translation>
    </message>
    <message>
        <source>a command for psql within a statement.</source>
        <translation>en kommando for psql inne i en setning.</translation>
    </message>
    <message>
        <source>a statement of more than 512 MB.</source>
        <translation>en setning på mer enn 512 MB.</translation>
    </message>
    <message>
        <source>The dump is cut off: it ends within the statement of line %1.</source>
        <translation>Dumpen er kuttet av: den slutter inne i setningen på linje %1.</translation>
    </message>
    <message>
        <source>%1 reaches beyond the database that is restored (a dump of pg_dump -C, or of several databases?).</source>
        <translation>%1 når ut over databasen som gjenopprettes (en dump fra pg_dump -C, eller av flere databaser?).</translation>
    </message>
    <message>
        <source>a COPY that does not take its rows from the dump itself.</source>
        <translation>en COPY som ikke tar radene sine fra selve dumpen.</translation>
    </message>
    <message>
        <source>The dump is cut off: it ends within the rows of %1, at line %2.</source>
        <translation>Dumpen er kuttet av: den slutter blant radene til %1, ved linje %2.</translation>
    </message>
    <message>
        <source>The dump is cut off: it ends at line %1, before pg_dump&apos;s last line.</source>
        <translation>Dumpen er kuttet av: den slutter ved linje %1, før den siste linjen fra pg_dump.</translation>
    </message>
    <message>
        <source>Use another backup; this one is not to be relied on.</source>
        <translation>Bruk en annen sikkerhetskopi; denne er ikke til å stole på.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kan ikke leses: %2.</translation>
    </message>
    <message>
        <source>Let this account read it, or use a copy that it may read.</source>
        <translation>La denne kontoen lese den, eller bruk en kopi som den får lese.</translation>
    </message>
    <message>
        <source>Check that the file is there and its disk is fine.</source>
        <translation>Se etter at filen finnes og at disken er i orden.</translation>
    </message>
    <message>
        <source>%1 is truncated: it ends before its end.</source>
        <translation>%1 er avkortet: den stopper før slutten.</translation>
    </message>
    <message>
        <source>%1 is truncated: its %2 stream ends before its end.</source>
        <translation>%1 er avkortet: %2-strømmen i den stopper før slutten.</translation>
    </message>
    <message>
        <source>%1 is damaged: its %2 stream does not add up.</source>
        <translation>%1 er skadet: %2-strømmen i den stemmer ikke.</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) after the end of %1&apos;s %2 stream were ignored.</source>
        <translation>
            <numerusform>%n byte etter slutten av %2-strømmen i %1 ble oversett.</numerusform>
            <numerusform>%n byte etter slutten av %2-strømmen i %1 ble oversett.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is no dump: the folder holds no toc.dat.</source>
        <translation>%1 er ingen dump: mappen har ingen toc.dat.</translation>
    </message>
    <message>
        <source>Choose a file, or a folder that pg_dump -Fd wrote.</source>
        <translation>Velg en fil, eller en mappe som pg_dump -Fd skrev.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 er tom.</translation>
    </message>
    <message>
        <source>Use another backup.</source>
        <translation>Bruk en annen sikkerhetskopi.</translation>
    </message>
    <message>
        <source>%1 is packed more than twice.</source>
        <translation>%1 er pakket mer enn to ganger.</translation>
    </message>
    <message>
        <source>Unpack it first.</source>
        <translation>Pakk den ut først.</translation>
    </message>
    <message>
        <source>%1 holds nothing.</source>
        <translation>%1 inneholder ingenting.</translation>
    </message>
    <message>
        <source>%1 is encrypted by %2.</source>
        <translation>%1 er kryptert med %2.</translation>
    </message>
    <message>
        <source>%1 is no dump of PostgreSQL&apos;s, whatever its name says.</source>
        <translation>%1 er ingen dump fra PostgreSQL, hva navnet enn sier.</translation>
    </message>
    <message>
        <source>Choose a file that pg_dump or pg_dumpall wrote.</source>
        <translation>Velg en fil som pg_dump eller pg_dumpall skrev.</translation>
    </message>
    <message>
        <source>%1 was replaced or removed while it was read; this is what was there before.</source>
        <translation>%1 ble byttet ut eller fjernet mens den ble lest; dette er det som var der før.</translation>
    </message>
    <message>
        <source>%1 is neither a file nor a folder.</source>
        <translation>%1 er verken en fil eller en mappe.</translation>
    </message>
    <message>
        <source>Choose the file that pg_dump wrote.</source>
        <translation>Velg filen som pg_dump skrev.</translation>
    </message>
    <message>
        <source>%1 was written to while it was read.</source>
        <translation>%1 ble skrevet til mens den ble lest.</translation>
    </message>
    <message>
        <source>Wait until whoever writes it is done, then try again.</source>
        <translation>Vent til den som skriver den, er ferdig, og prøv igjen.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Avbrutt.</translation>
    </message>
    <message>
        <source>pg_restore has read it all and says nothing.</source>
        <translation>pg_restore har lest alt og sier ingenting.</translation>
    </message>
    <message>
        <source>pg_restore was killed while it read %1.</source>
        <translation>pg_restore ble drept mens den leste %1.</translation>
    </message>
    <message>
        <source>pg_restore cannot read %1.</source>
        <translation>pg_restore kan ikke lese %1.</translation>
    </message>
    <message>
        <source>%1 is no plain file.</source>
        <translation>%1 er ingen vanlig fil.</translation>
    </message>
    <message>
        <source>pg_dump writes nothing else into its folder; use another one.</source>
        <translation>pg_dump skriver ikke noe annet i mappen sin; bruk en annen.</translation>
    </message>
    <message>
        <source>%1 is an archive (version %2), and there is no pg_restore on this computer to read it.</source>
        <translation>%1 er et arkiv (versjon %2), og det finnes ingen pg_restore på denne maskinen som kan lese det.</translation>
    </message>
    <message>
        <source>%1 is an archive of version %2, which pg_restore reads from PostgreSQL %3 on; here is %4.</source>
        <translation>%1 er et arkiv av versjon %2, som pg_restore leser fra og med PostgreSQL %3; her er %4.</translation>
    </message>
    <message>
        <source>Install PostgreSQL&apos;s client programs: sudo apt install postgresql-client-%1 or a newer one (where Debian does not have it, apt.postgresql.org does).</source>
        <translation>Installer klientprogrammene til PostgreSQL: sudo apt install postgresql-client-%1 eller en nyere (der Debian ikke har den, har apt.postgresql.org den).</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>Leser %1</translation>
    </message>
    <message>
        <source>Reading the dump was stopped.</source>
        <translation>Lesingen av dumpen ble stanset.</translation>
    </message>
    <message>
        <source>The dump does not end with pg_dump&apos;s last line.</source>
        <translation>Dumpen slutter ikke med den siste linjen fra pg_dump.</translation>
    </message>
    <message>
        <source>Line %1 of the dump: it names more objects than are read.</source>
        <translation>Linje %1 i dumpen: den nevner flere objekter enn det leses.</translation>
    </message>
    <message>
        <source>If the file is not yours, do not restore it.</source>
        <translation>Er filen ikke din, så ikke gjenopprett den.</translation>
    </message>
    <message>
        <source>text in %1, which cannot be taken apart safely.</source>
        <translation>tekst i %1, som ikke kan deles opp på en trygg måte.</translation>
    </message>
    <message>
        <source>Make the dump in another encoding: pg_dump --encoding=UTF8.</source>
        <translation>Lag dumpen i et annet tegnsett: pg_dump --encoding=UTF8.</translation>
    </message>
    <message>
        <source>%1 is a cluster dump: it holds several databases and the server&apos;s roles.</source>
        <translation>%1 er en klyngedump: den inneholder flere databaser og tjenerens roller.</translation>
    </message>
    <message>
        <source>The dump is cut off: at line %1, that of %2 is not at its last line yet.</source>
        <translation>Dumpen er kuttet av: ved linje %1 er ikke den av %2 ved sin siste linje ennå.</translation>
    </message>
    <message>
        <source>a \connect behind the dump&apos;s end.</source>
        <translation>en \connect etter slutten av dumpen.</translation>
    </message>
    <message>
        <source>a second \connect to %1, which it was done with.</source>
        <translation>en ny \connect til %1, som den var ferdig med.</translation>
    </message>
    <message>
        <source>more databases than are read.</source>
        <translation>flere databaser enn det leses.</translation>
    </message>
    <message>
        <source>a \connect to %1, which is not the database that this dump makes.</source>
        <translation>en \connect til %1, som ikke er databasen denne dumpen lager.</translation>
    </message>
    <message>
        <source>What the dump says of %1 itself (how it is made, owner, settings) was passed over: the database it is restored into keeps its own.</source>
        <translation>Det dumpen sier om selve %1 (hvordan den lages, eier, innstillinger), ble forbigått: databasen den gjenopprettes til, beholder sitt eget.</translation>
    </message>
    <message>
        <source>a statement between \encoding and its \connect.</source>
        <translation>en setning mellom \encoding og dens \connect.</translation>
    </message>
    <message>
        <source>a statement behind the dump&apos;s end.</source>
        <translation>en setning etter slutten av dumpen.</translation>
    </message>
    <message>
        <source>a statement behind the end of what belongs to %1.</source>
        <translation>en setning etter slutten av det som hører til %1.</translation>
    </message>
    <message>
        <source>%1 is not in the dump: it is of %2.</source>
        <translation>%1 er ikke i dumpen: den er av %2.</translation>
    </message>
    <message>
        <source>it makes or drops %1, and goes on without a \connect to it.</source>
        <translation>den lager eller sletter %1, og går videre uten en \connect til den.</translation>
    </message>
    <message>
        <source>The dump is of one database and does not say of which.</source>
        <translation>Dumpen er av én database og sier ikke hvilken.</translation>
    </message>
    <message>
        <source>Leave --database out.</source>
        <translation>Utelat --database.</translation>
    </message>
    <message>
        <source>the server</source>
        <translation>serveren</translation>
    </message>
    <message>
        <source>There is no database %1 in the dump.</source>
        <translation>Det er ingen database %1 i dumpen.</translation>
    </message>
    <message>
        <source>It holds: %1.</source>
        <translation>Den inneholder: %1.</translation>
    </message>
    <message>
        <source>Say which of them (--database NAME); `roster backup inspect` lists them.</source>
        <translation>Si hvilken (--database NAVN); `roster backup inspect` lister dem opp.</translation>
    </message>
    <message>
        <source>Reading %1 of %2</source>
        <translation>Leser %1 i %2</translation>
    </message>
    <message>
        <source>%1 holds no rows of a table %2.</source>
        <translation>%1 har ingen rader fra en tabell %2.</translation>
    </message>
    <message>
        <source>Look which tables it has; a name has its schema before it, as in public.players.</source>
        <translation>Se hvilke tabeller den har; navnet har skjemaet foran seg, som i public.players.</translation>
    </message>
    <message>
        <source>The dump&apos;s text is in %1, which cannot be shown.</source>
        <translation>Teksten i dumpen er i %1, som ikke kan vises.</translation>
    </message>
    <message>
        <source>Line %1 of the dump: %2 comes again, with other columns.</source>
        <translation>Linje %1 i dumpen: %2 kommer igjen, med andre kolonner.</translation>
    </message>
    <message>
        <source>Line %1 of the dump: the rows of %2 stand there as INSERT statements, and only rows of a COPY can be shown.</source>
        <translation>Linje %1 i dumpen: radene i %2 står der som INSERT-setninger, og bare rader fra en COPY kan vises.</translation>
    </message>
    <message>
        <source>Restore the dump as a new database and look at them there, or make it without --inserts.</source>
        <translation>Gjenopprett dumpen som en ny database og se på dem der, eller lag den uten --inserts.</translation>
    </message>
    <message>
        <source>Line %1 of the dump: a row of %2 with %3 values instead of %4.</source>
        <translation>Linje %1 i dumpen: en rad i %2 med %3 verdier i stedet for %4.</translation>
    </message>
    <message>
        <source>The dump is damaged there. Take another backup.</source>
        <translation>Dumpen er skadet der. Ta en annen sikkerhetskopi.</translation>
    </message>
    <message>
        <source>There is no docker client on this computer.</source>
        <translation>Det er ingen docker-klient på denne datamaskinen.</translation>
    </message>
    <message>
        <source>Install docker&apos;s client, or copy the file out of the container where there is one (docker cp).</source>
        <translation>Installer dockers klient, eller kopier filen ut av beholderen der det finnes en (docker cp).</translation>
    </message>
    <message>
        <source>See what docker says: whether the container runs, and whether this account may ask (group docker).</source>
        <translation>Se hva docker sier: om beholderen kjører, og om denne kontoen får spørre (gruppen docker).</translation>
    </message>
    <message>
        <source>docker does not say which containers run.</source>
        <translation>docker sier ikke hvilke beholdere som kjører.</translation>
    </message>
    <message>
        <source>%1 cannot be listed.</source>
        <translation>%1 kan ikke listes opp.</translation>
    </message>
    <message>
        <source>No temporary folder: %1.</source>
        <translation>Ingen midlertidig mappe: %1.</translation>
    </message>
    <message>
        <source>Make room, or name another one by TMPDIR.</source>
        <translation>Lag plass, eller oppgi en annen med TMPDIR.</translation>
    </message>
    <message>
        <source>Copying %1 out of the container</source>
        <translation>Kopierer %1 ut av beholderen</translation>
    </message>
    <message>
        <source>%1 cannot be copied to %2.</source>
        <translation>%1 kan ikke kopieres til %2.</translation>
    </message>
    <message>
        <source>%1 is a folder in a container.</source>
        <translation>%1 er en mappe i en beholder.</translation>
    </message>
    <message>
        <source>Copy it out first (docker cp), then open the copy.</source>
        <translation>Kopier den ut først (docker cp), og åpne så kopien.</translation>
    </message>
    <message>
        <source>Decrypt it first, with the key that stays with you: %1</source>
        <translation>Dekrypter den først, med nøkkelen som blir hos deg: %1</translation>
    </message>
    <message>
        <source>a comment of more than 1 MB.</source>
        <translation>en kommentar på mer enn 1 MB.</translation>
    </message>
    <message>
        <source>text behind the dump&apos;s end.</source>
        <translation>tekst etter slutten av dumpen.</translation>
    </message>
    <message>
        <source>a statement with a zero byte in it.</source>
        <translation>en setning med en nullbyte i.</translation>
    </message>
    <message>
        <source>no dump of pg_dump holds such a statement: %1</source>
        <translation>ingen dump fra pg_dump inneholder en slik setning: %1</translation>
    </message>
</context>
<context>
    <name>EditRecovery</name>
    <message>
        <source>The server is still busy with the commit of these edits.</source>
        <translation>Tjeneren holder fortsatt på å lagre disse endringene.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Prøv igjen om et øyeblikk.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Avbrutt.</translation>
    </message>
</context>
<context>
    <name>FilterLanguage</name>
    <message>
        <source>Whole numbers are accepted: 10, &gt;10, 10..20, 1|2, null.</source>
        <translation>Heltall godtas: 10, &gt;10, 10..20, 1|2, null.</translation>
    </message>
    <message>
        <source>Numbers are accepted, with a decimal point: 10.5, &gt;10, 10..20, NaN, null.</source>
        <translation>Tall godtas, med desimalpunktum: 10.5, &gt;10, 10..20, NaN, null.</translation>
    </message>
    <message>
        <source>Accepted are true, false, yes, no, null.</source>
        <translation>Godtatt er true, false, yes, no, null.</translation>
    </message>
    <message>
        <source>Dates are accepted, also their beginnings: 2026, 2026-01, &gt;2026-01-02, 2026-01..2026-03, null.</source>
        <translation>Datoer godtas, også begynnelsen av dem: 2026, 2026-01, &gt;2026-01-02, 2026-01..2026-03, null.</translation>
    </message>
    <message>
        <source>Times are accepted: 10:30, 10:30:05, &gt;10:30, 08:00..12:00, null.</source>
        <translation>Klokkeslett godtas: 10:30, 10:30:05, &gt;10:30, 08:00..12:00, null.</translation>
    </message>
    <message>
        <source>Accepted are %1, null.</source>
        <translation>Godtatt er %1, null.</translation>
    </message>
    <message>
        <source>Compared to a whole UUID; a part of one is searched without a sign.</source>
        <translation>Sammenlignes med en hel UUID. En del av en søkes det etter uten tegn foran.</translation>
    </message>
    <message>
        <source>Dates and times are accepted, also their beginnings: 2026-01, 2026-01-02 10:30, &gt;2026, 2026-01..2026-03, infinity, null.</source>
        <translation>Datoer med klokkeslett godtas, også begynnelsen av dem: 2026-01, 2026-01-02 10:30, &gt;2026, 2026-01..2026-03, infinity, null.</translation>
    </message>
    <message>
        <source>%1.%2: “%3” is no filter for %4.</source>
        <translation>%1.%2: «%3» er ikke noe filter for %4.</translation>
    </message>
</context>
<context>
    <name>GenericSeeder</name>
    <message>
        <source>%1 is no table of its own, so it cannot be filled.</source>
        <translation>%1 er ingen egen tabell, så den kan ikke fylles.</translation>
    </message>
    <message>
        <source>Rows that fit the columns of %1, its checks and foreign keys.</source>
        <translation>Rader som passer til kolonnene i %1, sjekkene og fremmednøklene.</translation>
    </message>
    <message>
        <source>A recipe: null, const:X, values:A|B|C, range:1..100, name, words, number …</source>
        <translation>En oppskrift: null, const:X, values:A|B|C, range:1..100, name, words, number …</translation>
    </message>
</context>
<context>
    <name>GuildMemberSeeder</name>
    <message>
        <source>Guild members</source>
        <translation>Laugsmedlemmer</translation>
    </message>
    <message>
        <source>Players in guilds, one guild each</source>
        <translation>Spillere i laug, ett laug hver</translation>
    </message>
</context>
<context>
    <name>GuildSeeder</name>
    <message>
        <source>Guilds</source>
        <translation>Laug</translation>
    </message>
    <message>
        <source>Guilds with a name of their own</source>
        <translation>Laug med hvert sitt navn</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>show what a command does and takes</source>
        <translation>vis hva en kommando gjør, og hva den tar</translation>
    </message>
    <message>
        <source>Usage: roster [--url URL | --profile NAME]            open the window
       roster COMMAND [OPTIONS]                       do the same without one
</source>
        <translation>Bruk: roster [--url URL | --profile NAME]            åpne vinduet
      roster COMMAND [OPTIONS]                       gjør det samme uten vindu
</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>Kommandoer:</translation>
    </message>
    <message>
        <source>Options of every command:</source>
        <translation>Valg for alle kommandoer:</translation>
    </message>
    <message>
        <source>The database is the first of: --url, --profile, the variable DATABASE_URL, libpq&apos;s
variables (PGHOST, PGPORT, PGDATABASE, PGUSER, PGSERVICE), a private server of your
own that is started when needed. URLs are libpq&apos;s or SQLAlchemy&apos;s. Others on this
computer may see a password in a command line: put it into ~/.pgpass instead.
</source>
        <translation>Databasen er den første av: --url, --profile, variabelen DATABASE_URL, libpq sine
variabler (PGHOST, PGPORT, PGDATABASE, PGUSER, PGSERVICE), en privat tjener for deg
som startes ved behov. URL-er skrives som i libpq eller SQLAlchemy. Andre på denne
maskinen kan se et passord på kommandolinjen: legg det heller i ~/.pgpass.
</translation>
    </message>
    <message>
        <source>Exit codes: 0 done, 1 failed, 2 wrong usage, 3 differences found, 130 cancelled.
</source>
        <translation>Sluttkoder: 0 utført, 1 mislyktes, 2 feil bruk, 3 avvik funnet, 130 avbrutt.
</translation>
    </message>
    <message>
        <source>Usage:</source>
        <translation>Bruk:</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Valg:</translation>
    </message>
</context>
<context>
    <name>JournalText</name>
    <message>
        <source>The staged edits were kept by another version of Roster.</source>
        <translation>Endringene ble tatt vare på av en annen versjon av Roster.</translation>
    </message>
    <message>
        <source>This is no journal of staged edits.</source>
        <translation>Dette er ingen journal over endringer.</translation>
    </message>
</context>
<context>
    <name>Lint</name>
    <message>
        <source>about %1 rows, %2</source>
        <translation>omtrent %1 rader, %2</translation>
    </message>
    <message>
        <source>%1 (%2): %3.</source>
        <translation>%1 (%2): %3.</translation>
    </message>
    <message>
        <source>%1 is used in the transaction that adds it: that fails.</source>
        <translation>%1 brukes i transaksjonen som legger den til: det feiler.</translation>
    </message>
    <message>
        <source>Add the value in a revision of its own.</source>
        <translation>Legg til verdien i en egen revisjon.</translation>
    </message>
    <message>
        <source>ACCESS EXCLUSIVE while the whole table is written anew: nobody reads or writes it</source>
        <translation>ACCESS EXCLUSIVE mens hele tabellen skrives på nytt: ingen leser eller skriver den</translation>
    </message>
    <message>
        <source>ACCESS EXCLUSIVE while every row is read: nobody reads or writes the table</source>
        <translation>ACCESS EXCLUSIVE mens hver rad leses: ingen leser eller skriver tabellen</translation>
    </message>
    <message>
        <source>ACCESS EXCLUSIVE, at once; the data is gone</source>
        <translation>ACCESS EXCLUSIVE, på et øyeblikk; dataene er borte</translation>
    </message>
    <message>
        <source>Add the column without its default, fill it in batches, then set the default.</source>
        <translation>Legg til kolonnen uten standardverdi, fyll den i porsjoner, og sett så standardverdien.</translation>
    </message>
    <message>
        <source>it fails: the rows that are there have no value for it</source>
        <translation>det feiler: radene som finnes, har ingen verdi for den</translation>
    </message>
    <message>
        <source>Add a column of the new type, fill it in batches, then let it take the name.</source>
        <translation>Legg til en kolonne av den nye typen, fyll den i porsjoner, og la den så overta navnet.</translation>
    </message>
    <message>
        <source>SHARE ROW EXCLUSIVE on this table and on the other one while every row is checked: nobody writes either</source>
        <translation>SHARE ROW EXCLUSIVE på denne tabellen og den andre mens hver rad sjekkes: ingen skriver noen av dem</translation>
    </message>
    <message>
        <source>SHARE while the index is built: nobody writes the table</source>
        <translation>SHARE mens indeksen bygges: ingen skriver tabellen</translation>
    </message>
    <message>
        <source>every row is changed and stays locked to the end</source>
        <translation>hver rad endres og er låst til slutten</translation>
    </message>
    <message>
        <source>Change the rows in batches, with transaction: no.</source>
        <translation>Endre radene i porsjoner, med transaction: no.</translation>
    </message>
    <message>
        <source>ACCESS EXCLUSIVE, at once; programs that run now use the old name</source>
        <translation>ACCESS EXCLUSIVE, på et øyeblikk; programmer som kjører nå, bruker det gamle navnet</translation>
    </message>
</context>
<context>
    <name>LocalCommand</name>
    <message>
        <source>Cancelled.</source>
        <translation>Avbrutt.</translation>
    </message>
    <message>
        <source>start, stop, show or reset the local server</source>
        <translation>start, stopp, vis eller nullstill den lokale tjeneren</translation>
    </message>
    <message>
        <source>The local server is a PostgreSQL of your own, reached by a socket that only
you may use. Roster starts it when no other database is named, and the last
Roster that used it stops it. `local start` keeps it running until
`local stop`.</source>
        <translation>Den lokale tjeneren er en PostgreSQL for deg selv, og den nås gjennom en socket
som bare du kan bruke. Roster starter den når ingen annen database er oppgitt, og
den siste Roster som brukte den, stopper den. `local start` holder den i gang til
`local stop`.</translation>
    </message>
    <message>
        <source>start: stay until `local stop` (a start by hand always does)</source>
        <translation>start: bli til `local stop` (det gjør en start for hånd alltid)</translation>
    </message>
    <message>
        <source>stop: also while other programs use it</source>
        <translation>stop: også mens andre programmer bruker den</translation>
    </message>
    <message>
        <source>reset: delete without asking</source>
        <translation>reset: slett uten å spørre</translation>
    </message>
    <message>
        <source>start, status: show it as JSON</source>
        <translation>start, status: vis som JSON</translation>
    </message>
    <message>
        <source>The local server is stopped.</source>
        <translation>Den lokale tjeneren er stoppet.</translation>
    </message>
    <message>
        <source>The local server does not run.</source>
        <translation>Den lokale tjeneren kjører ikke.</translation>
    </message>
    <message>
        <source>not made yet (`roster local start` makes it)</source>
        <translation>ikke laget ennå (`roster local start` lager den)</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>stoppet</translation>
    </message>
    <message>
        <source>running until `roster local stop`</source>
        <translation>kjører til `roster local stop`</translation>
    </message>
    <message>
        <source>running until its last user ends</source>
        <translation>kjører til den siste som bruker den, avslutter</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tilstand</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Prosess</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation>%1, siden %2</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versjon</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Logg</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Koble til</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Brukes av</translation>
    </message>
    <message>
        <source>%1 (process %2)</source>
        <translation>%1 (prosess %2)</translation>
    </message>
    <message>
        <source>There is no local server to reset.</source>
        <translation>Det finnes ingen lokal tjener å nullstille.</translation>
    </message>
    <message>
        <source>The local server and its data are deleted.</source>
        <translation>Den lokale tjeneren og dataene dens er slettet.</translation>
    </message>
    <message>
        <source>`roster local reset` deletes all databases of the local server (%1 in %2).</source>
        <translation>`roster local reset` sletter alle databasene på den lokale tjeneren (%1 i %2).</translation>
    </message>
    <message>
        <source>Say that you mean it: --yes</source>
        <translation>Si at du mener det: --yes</translation>
    </message>
    <message>
        <source>This deletes all databases of the local server: %1 in %2.
Type the word reset to go on:</source>
        <translation>Dette sletter alle databasene på den lokale tjeneren: %1 i %2.
Skriv ordet reset for å fortsette:</translation>
    </message>
    <message>
        <source>Nothing was deleted.</source>
        <translation>Ingenting ble slettet.</translation>
    </message>
    <message>
        <source>running, though nobody uses it: until the next Roster ends, or `roster local stop`</source>
        <translation>kjører, selv om ingen bruker den: til neste Roster avslutter, eller `roster local stop`</translation>
    </message>
</context>
<context>
    <name>LocalText</name>
    <message>
        <source>%1 could not be started: %2.</source>
        <translation>%1 kunne ikke startes: %2.</translation>
    </message>
    <message>
        <source>Check that PostgreSQL is wholly installed and that this account may run it.</source>
        <translation>Kontroller at PostgreSQL er fullstendig installert, og at denne kontoen har lov til å kjøre det.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Avbrutt.</translation>
    </message>
    <message>
        <source>Another Roster has been busy with the local server for too long.</source>
        <translation>En annen Roster har vært opptatt med den lokale tjeneren for lenge.</translation>
    </message>
    <message>
        <source>%1 holds something that is not a PostgreSQL cluster. Nothing was touched.</source>
        <translation>%1 inneholder noe som ikke er en PostgreSQL-klynge. Ingenting er rørt.</translation>
    </message>
    <message>
        <source>Move it away, then try again.</source>
        <translation>Flytt det bort og prøv igjen.</translation>
    </message>
    <message>
        <source>Making the local server (once)…</source>
        <translation>Lager den lokale tjeneren (én gang)…</translation>
    </message>
    <message>
        <source>The local server could not be made in %1.</source>
        <translation>Den lokale tjeneren kunne ikke lages i %1.</translation>
    </message>
    <message>
        <source>The details have initdb&apos;s own words. Nothing half was left.</source>
        <translation>Detaljene gjengir initdb ordrett. Ingenting halvferdig ble liggende igjen.</translation>
    </message>
    <message>
        <source>Waiting until the local server has stopped…</source>
        <translation>Venter til den lokale tjeneren har stoppet …</translation>
    </message>
    <message>
        <source>Ending what a killed server left behind…</source>
        <translation>Avslutter det en drept tjener etterlot seg …</translation>
    </message>
    <message>
        <source>The local server was killed, and some of its processes do not end.</source>
        <translation>Den lokale tjeneren ble drept, og noen av prosessene avsluttes ikke.</translation>
    </message>
    <message>
        <source>End the remaining `postgres` processes, then try again.</source>
        <translation>Avslutt de gjenværende `postgres`-prosessene og prøv igjen.</translation>
    </message>
    <message>
        <source>Starting the local server…</source>
        <translation>Starter den lokale tjeneren …</translation>
    </message>
    <message>
        <source>The local server puts itself in order…</source>
        <translation>Den lokale tjeneren rydder opp etter seg …</translation>
    </message>
    <message>
        <source>The local server is still stopping.</source>
        <translation>Den lokale tjeneren holder fortsatt på å stoppe.</translation>
    </message>
    <message>
        <source>It writes its last changes to disk; wait a little.</source>
        <translation>Den skriver de siste endringene til disk. Vent litt.</translation>
    </message>
    <message>
        <source>The local server did not start.</source>
        <translation>Den lokale tjeneren startet ikke.</translation>
    </message>
    <message>
        <source>The details have the server&apos;s own words; all of them are in %1.</source>
        <translation>Detaljene gjengir tjeneren ordrett. Alt står i %1.</translation>
    </message>
    <message>
        <source>Stopping the local server…</source>
        <translation>Stopper den lokale tjeneren …</translation>
    </message>
    <message>
        <source>The local server (process %1) belongs to somebody else.</source>
        <translation>Den lokale tjeneren (prosess %1) tilhører noen andre.</translation>
    </message>
    <message>
        <source>Stop it as the account that started it.</source>
        <translation>Stopp den fra kontoen som startet den.</translation>
    </message>
    <message>
        <source>%1 (process %2)</source>
        <translation>%1 (prosess %2)</translation>
    </message>
    <message>
        <source>Another Roster starts or stops the local server…</source>
        <translation>En annen Roster starter eller stopper den lokale tjeneren …</translation>
    </message>
    <message>
        <source>The local server is in use: %1.</source>
        <translation>Den lokale tjeneren er i bruk: %1.</translation>
    </message>
    <message>
        <source>Close them first.</source>
        <translation>Lukk dem først.</translation>
    </message>
    <message>
        <source>Programs are connected to the local server: %1.</source>
        <translation>Programmer er koblet til den lokale tjeneren: %1.</translation>
    </message>
    <message>
        <source>Deleting the local server&apos;s data…</source>
        <translation>Sletter dataene til den lokale tjeneren …</translation>
    </message>
    <message>
        <source>PostgreSQL is not installed on this computer, so there is no local server.</source>
        <translation>PostgreSQL er ikke installert på denne maskinen, så det finnes ingen lokal tjener.</translation>
    </message>
    <message>
        <source>The local server&apos;s data in %1 were made by PostgreSQL %2; this computer has PostgreSQL %3. Nothing was touched.</source>
        <translation>Dataene til den lokale tjeneren i %1 ble laget av PostgreSQL %2, mens denne maskinen har PostgreSQL %3. Ingenting er rørt.</translation>
    </message>
    <message>
        <source>The folder %1 belongs to %2; the local server does not use it.</source>
        <translation>Mappen %1 tilhører %2, så den lokale tjeneren bruker den ikke.</translation>
    </message>
    <message>
        <source>Remove or rename it, or have its owner do so.</source>
        <translation>Fjern den eller gi den nytt navn, eller be eieren gjøre det.</translation>
    </message>
    <message>
        <source>%1 is a symbolic link or a file; the local server wants a folder of its own there.</source>
        <translation>%1 er en symbolsk lenke eller en fil. Den lokale tjeneren vil ha sin egen mappe der.</translation>
    </message>
    <message>
        <source>Remove it, then try again.</source>
        <translation>Fjern den og prøv igjen.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kan ikke skrives: %2.</translation>
    </message>
    <message>
        <source>Make the folder writable for %1, or set XDG_DATA_HOME to one that is.</source>
        <translation>Gi %1 skrivetilgang til mappen, eller sett XDG_DATA_HOME til en som er skrivbar.</translation>
    </message>
    <message>
        <source>Check the folder and its disk.</source>
        <translation>Kontroller mappen og disken den ligger på.</translation>
    </message>
    <message>
        <source>The disk is full: no space left for %1.</source>
        <translation>Disken er full: ingen plass igjen til %1.</translation>
    </message>
    <message>
        <source>Free some space (the local server needs about 100 MB to begin with), then try again. Nothing was lost.</source>
        <translation>Frigjør plass (den lokale tjeneren trenger omtrent 100 MB for å komme i gang) og prøv igjen. Ingenting er tapt.</translation>
    </message>
    <message>
        <source>There is no account %1 to run the local server as.</source>
        <translation>Det finnes ingen konto %1 å kjøre den lokale tjeneren som.</translation>
    </message>
    <message>
        <source>Start Roster as an ordinary user.</source>
        <translation>Start Roster som en vanlig bruker.</translation>
    </message>
    <message>
        <source>PostgreSQL does not run as root.</source>
        <translation>PostgreSQL kjører ikke som root.</translation>
    </message>
    <message>
        <source>Wait, or end the other Roster.</source>
        <translation>Vent, eller avslutt den andre Roster.</translation>
    </message>
    <message>
        <source>Install it: sudo apt install postgresql
Or connect to another server.</source>
        <translation>Installer det: sudo apt install postgresql
Eller koble til en annen server.</translation>
    </message>
    <message>
        <source>Install that version beside it (sudo apt install postgresql-%1), move the data with pg_upgrade, or begin anew by deleting them.</source>
        <translation>Installer den versjonen ved siden av (sudo apt install postgresql-%1), flytt dataene med pg_upgrade, eller begynn på nytt ved å slette dem.</translation>
    </message>
    <message>
        <source>%1/PG_VERSION does not say which PostgreSQL made the local server&apos;s data. Nothing was touched.</source>
        <translation>%1/PG_VERSION sier ikke hvilken PostgreSQL som laget dataene til den lokale tjeneren. Ingenting ble rørt.</translation>
    </message>
    <message>
        <source>Put the file back (it holds the major version, such as 15), or begin anew by deleting the data.</source>
        <translation>Legg filen tilbake (den inneholder hovedversjonen, for eksempel 15), eller begynn på nytt ved å slette dataene.</translation>
    </message>
    <message>
        <source>The local server runs as %1, which may not enter the folder %2.</source>
        <translation>Den lokale serveren kjører som %1, som ikke får gå inn i mappen %2.</translation>
    </message>
    <message>
        <source>Let others pass (chmod o+x), or choose another place by ROSTER_LOCAL_FOLDER. Nothing half was left.</source>
        <translation>La andre slippe gjennom (chmod o+x), eller velg et annet sted med ROSTER_LOCAL_FOLDER. Ingenting halvferdig ble liggende.</translation>
    </message>
</context>
<context>
    <name>LockHolder</name>
    <message>
        <source>a prepared transaction</source>
        <translation>en forberedt transaksjon</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>noen</translation>
    </message>
    <message>
        <source>%1 (process %2)</source>
        <translation>%1 (prosess %2)</translation>
    </message>
    <message>
        <source>%1 (process %2, %3)</source>
        <translation>%1 (prosess %2, %3)</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1 siden %2</translation>
    </message>
</context>
<context>
    <name>MigrateCommand</name>
    <message>
        <source>bring the schema up or down its history</source>
        <translation>før skjemaet opp eller ned i historien</translation>
    </message>
    <message>
        <source>a folder of revisions over the built-in ones</source>
        <translation>en mappe med revisjoner over de innebygde</translation>
    </message>
    <message>
        <source>a backend&apos;s folder with alembic.ini, or of its versions</source>
        <translation>mappen til en bakende med alembic.ini, eller med versjonene</translation>
    </message>
    <message>
        <source>write the SQL and change nothing</source>
        <translation>skriv SQL-en og endre ingenting</translation>
    </message>
    <message>
        <source>the name of the production database that is meant</source>
        <translation>navnet på produksjonsdatabasen som menes</translation>
    </message>
    <message>
        <source>what a new revision does</source>
        <translation>hva en ny revisjon gjør</translation>
    </message>
    <message>
        <source>a new revision without statements</source>
        <translation>en ny revisjon uten setninger</translation>
    </message>
    <message>
        <source>write the answer as JSON</source>
        <translation>skriv svaret som JSON</translation>
    </message>
    <message>
        <source>%1 (not among the files)</source>
        <translation>%1 (ikke blant filene)</translation>
    </message>
    <message>
        <source>%1, Alembic&apos;s</source>
        <translation>%1, Alembics</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ingen</translation>
    </message>
    <message>
        <source>Alembic made this database: the revisions built into Roster are not meant for it, and nothing is written unasked.</source>
        <translation>Alembic har laget denne databasen: revisjonene som er bygd inn i Roster, er ikke ment for den, og ingenting skrives uoppfordret.</translation>
    </message>
    <message>
        <source>%1 was changed after it was applied.</source>
        <translation>%1 ble endret etter at den ble kjørt.</translation>
    </message>
    <message>
        <source>The row %1 of alembic_version is superfluous: another row stands on it.</source>
        <translation>Raden %1 i alembic_version er overflødig: en annen rad bygger på den.</translation>
    </message>
    <message>
        <source>%1 says something else than its revision; export it again.</source>
        <translation>%1 sier noe annet enn revisjonen; eksporter den på nytt.</translation>
    </message>
    <message>
        <source>The %1 of %2 stopped half way: %3 of %4 statements stand (%5).</source>
        <translation>%1 av %2 stanset halvveis: %3 av %4 setninger er utført (%5).</translation>
    </message>
    <message>
        <source>database      %1 (%2)</source>
        <translation>database      %1 (%2)</translation>
    </message>
    <message>
        <source>current       %1</source>
        <translation>nå            %1</translation>
    </message>
    <message>
        <source>head          %1</source>
        <translation>hode          %1</translation>
    </message>
    <message>
        <source>pending       %1</source>
        <translation>venter        %1</translation>
    </message>
    <message>
        <source>pending  %1</source>
        <translation>venter   %1</translation>
    </message>
    <message>
        <source>head</source>
        <translation>hode</translation>
    </message>
    <message>
        <source>current</source>
        <translation>nå</translation>
    </message>
    <message>
        <source>(taken up again)</source>
        <translation>(tatt opp igjen)</translation>
    </message>
    <message>
        <source>The database stands before the first revision.</source>
        <translation>Databasen står før den første revisjonen.</translation>
    </message>
    <message>
        <source>The database stands at %1.</source>
        <translation>Databasen står ved %1.</translation>
    </message>
    <message>
        <source>written for Alembic: %1</source>
        <translation>skrevet for Alembic: %1</translation>
    </message>
    <message>
        <source>Alembic manages this database: until its folder has the .py of what is applied here, its own commands stop. Give --alembic DIR, or `roster migrate export --alembic DIR`.</source>
        <translation>Alembic styrer denne databasen: til mappen har .py-filen for det som kjøres her, stanser Alembics egne kommandoer. Oppgi --alembic MAPPE, eller `roster migrate export --alembic MAPPE`.</translation>
    </message>
    <message>
        <source>There are several heads: %1.</source>
        <translation>Det finnes flere hoder: %1.</translation>
    </message>
    <message>
        <source>Where shall the revision go?</source>
        <translation>Hvor skal revisjonen ligge?</translation>
    </message>
    <message>
        <source>Name a folder by --migrations DIR, or stand in Roster&apos;s sources.</source>
        <translation>Oppgi en mappe med --migrations MAPPE, eller stå i Rosters kildekode.</translation>
    </message>
    <message>
        <source>This is a production database. Type its name, %1, to go on:</source>
        <translation>Dette er en produksjonsdatabase. Skriv navnet, %1, for å fortsette:</translation>
    </message>
    <message>
        <source>A new revision wants a message.</source>
        <translation>En ny revisjon vil ha en melding.</translation>
    </message>
    <message>
        <source>Like this: roster migrate new -m &quot;add guilds&quot;</source>
        <translation>Slik: roster migrate new -m &quot;add guilds&quot;</translation>
    </message>
    <message>
        <source>It stands on a revision of Alembic&apos;s: before you apply it, write its .py by `roster migrate export --alembic DIR`.</source>
        <translation>Den bygger på en av Alembics revisjoner: skriv .py-filen med `roster migrate export --alembic MAPPE` før du kjører den.</translation>
    </message>
    <message>
        <source>There is nothing to merge: one head only.</source>
        <translation>Det er ingenting å slå sammen: bare ett hode.</translation>
    </message>
    <message>
        <source>Export to where?</source>
        <translation>Eksportere hvor?</translation>
    </message>
    <message>
        <source>Name the backend&apos;s folder by --alembic DIR.</source>
        <translation>Oppgi bakendens mappe med --alembic MAPPE.</translation>
    </message>
    <message>
        <source>%1 is written anew</source>
        <translation>%1 skrives på nytt</translation>
    </message>
    <message>
        <source>Nothing to remark.</source>
        <translation>Ingenting å bemerke.</translation>
    </message>
    <message>
        <source>A rehearsal takes the same locks as the run, and this is a production database.</source>
        <translation>En prøve tar de samme låsene som kjøringen, og dette er en produksjonsdatabase.</translation>
    </message>
    <message>
        <source>Say that you mean it: --yes %1</source>
        <translation>Si at du mener det: --yes %1</translation>
    </message>
    <message>
        <source>Nothing is pending.</source>
        <translation>Ingenting venter.</translation>
    </message>
    <message>
        <source>a new revision that makes the tables as they are declared</source>
        <translation>en ny revisjon som gjør tabellene slik de er erklært</translation>
    </message>
    <message>
        <source>table.column=name or table=name: what was renamed, not dropped</source>
        <translation>tabell.kolonne=navn eller tabell=navn: det som fikk nytt navn og ikke ble slettet</translation>
    </message>
    <message>
        <source>what looks like a new name is none</source>
        <translation>det som ser ut som et nytt navn, er det ikke</translation>
    </message>
    <message>
        <source>The database is not at the head: revisions are pending.</source>
        <translation>Databasen står ikke ved hodet: revisjoner venter.</translation>
    </message>
    <message>
        <source>Run `roster migrate upgrade` first.</source>
        <translation>Kjør `roster migrate upgrade` først.</translation>
    </message>
    <message>
        <source>This may be a new name: %1.</source>
        <translation>Dette kan være et nytt navn: %1.</translation>
    </message>
    <message>
        <source>Say so by --rename %1, or write --no-renames to drop and add.</source>
        <translation>Si det med --rename %1, eller skriv --no-renames for å slette og legge til.</translation>
    </message>
    <message>
        <source>The tables are as they are declared: there is nothing to write.</source>
        <translation>Tabellene er slik de er erklært: det er ingenting å skrive.</translation>
    </message>
    <message>
        <source>It deletes data; look at it before you run it.</source>
        <translation>Den sletter data; se på den før du kjører den.</translation>
    </message>
    <message>
        <source>REV is a revision&apos;s id, or its first digits. upgrade without a word means head.
Each revision is one transaction with its row in alembic_version; beside
Alembic, and beside another Roster, it is safe. What already runs elsewhere is
waited for.
stamp only notes that the database is at a revision; `stamp current` takes
changed files as they are now.
squash writes one revision that replaces all from FIRST to LAST, tries it out, and
keeps their files: databases in the middle need them.
check ends with 3 when the database is not what the files say.
On a production database a change wants --yes with the database&apos;s name.</source>
        <translation>REV er id-en til en revisjon, eller de første sifrene. upgrade uten ord betyr head.
Hver revisjon er én transaksjon med sin rad i alembic_version; det er trygt ved
siden av Alembic og en annen Roster. Det som alt kjører et annet sted, ventes
det på.
stamp noterer bare at databasen er ved en revisjon; `stamp current` godtar
endrede filer slik de er nå.
squash skriver én revisjon som erstatter alle fra FIRST til LAST, prøver den ut og
beholder filene deres: databaser som står midt i, trenger dem.
check slutter med 3 når databasen ikke er som filene sier.
På en produksjonsdatabase krever en endring --yes med databasens navn.</translation>
    </message>
    <message>
        <source>write the squash without building both ways to compare them</source>
        <translation>skriv samlerevisjonen uten å bygge begge veier og sammenligne dem</translation>
    </message>
    <message>
        <source>%1 waits: this database is in the middle of what it replaces, which goes on by its own files. Keep them: %2.</source>
        <translation>%1 venter: denne databasen står midt i det den erstatter, som går videre med sine egne filer. Behold dem: %2.</translation>
    </message>
    <message>
        <source>%1 waits: Alembic&apos;s folder has files of what it replaces, which go on until they are taken away there: %2.</source>
        <translation>%1 venter: Alembics mappe har filer for det den erstatter, som gjelder til de tas bort der: %2.</translation>
    </message>
    <message>
        <source>The database has all that %1 replaces, and counts as being at it.</source>
        <translation>Databasen har alt det %1 erstatter, og regnes som å være ved den.</translation>
    </message>
    <message>
        <source>As far as this database goes, the files that %1 replaces may be taken away: %2.</source>
        <translation>For denne databasens del kan filene som %1 erstatter, tas bort: %2.</translation>
    </message>
    <message>
        <source>Name the revision.</source>
        <translation>Nevn revisjonen.</translation>
    </message>
    <message>
        <source>A database that has all of what it replaces counts as being at it; a new one runs only the squash; one in the middle goes on by the old files.</source>
        <translation>En database som har alt det den erstatter, regnes som å være ved den; en ny kjører bare samlerevisjonen; en som står midt i, går videre med de gamle filene.</translation>
    </message>
    <message>
        <source>Keep these files until every database that matters is past %1 (`roster migrate status` says so for each): %2</source>
        <translation>Behold disse filene til alle databaser som betyr noe, er forbi %1 (`roster migrate status` sier det for hver): %2</translation>
    </message>
    <message>
        <source>It was not tried whether it makes what it replaces.</source>
        <translation>Det ble ikke prøvd om den lager det den erstatter.</translation>
    </message>
    <message>
        <source>Only for speed, and up to you: %1</source>
        <translation>Bare for farten, og opp til deg: %1</translation>
    </message>
    <message>
        <source>wait so long for a lock, four times; 5 if not said</source>
        <translation>vent så lenge på en lås, fire ganger; 5 om ikke annet sies</translation>
    </message>
    <message>
        <source>Waiting for a lock on %1, held by %2</source>
        <translation>Venter på en lås på %1, holdt av %2</translation>
    </message>
    <message>
        <source>--lock-timeout wants seconds, such as 5 or 0.5.</source>
        <translation>--lock-timeout vil ha sekunder, som 5 eller 0.5.</translation>
    </message>
    <message>
        <source>table.column=value: what rows that exist get in a new column that must not be NULL; an SQL expression stands in parentheses</source>
        <translation>tabell.kolonne=verdi: hva rader som finnes, får i en ny kolonne som ikke kan være NULL; et SQL-uttrykk står i parentes</translation>
    </message>
    <message>
        <source>%1 goes and %2 comes. Is it a new name?</source>
        <translation>%1 forsvinner og %2 kommer til. Er det et nytt navn?</translation>
    </message>
    <message>
        <source>%1 (%2) is new and must not be NULL. What do the rows that exist get?</source>
        <translation>%1 (%2) er ny og kan ikke være NULL. Hva får radene som finnes?</translation>
    </message>
    <message>
        <source>%1 (%2) is new and must not be NULL, and its table holds rows.</source>
        <translation>%1 (%2) er ny og kan ikke være NULL, og tabellen har rader.</translation>
    </message>
    <message>
        <source>Say what these get: --fill %1=VALUE</source>
        <translation>Si hva disse får: --fill %1=VERDI</translation>
    </message>
    <message>
        <source>Only for speed: %1. Alembic&apos;s next autogenerate proposes to drop it unless the backend declares it, too.</source>
        <translation>Bare for farten: %1. Alembics neste autogenerate foreslår å slette det hvis ikke tjenesten også erklærer det.</translation>
    </message>
</context>
<context>
    <name>MigrationJobs</name>
    <message>
        <source>Upgrade to %1</source>
        <translation>Oppgrader til %1</translation>
    </message>
    <message>
        <source>Downgrade to %1</source>
        <translation>Nedgrader til %1</translation>
    </message>
    <message>
        <source>Mark as being at %1</source>
        <translation>Merk som å stå på %1</translation>
    </message>
    <message>
        <source>Read the history of the schema</source>
        <translation>Les skjemaets historie</translation>
    </message>
    <message>
        <source>Look through %1</source>
        <translation>Se gjennom %1</translation>
    </message>
    <message>
        <source>Preview: %1</source>
        <translation>Forhåndsvisning: %1</translation>
    </message>
    <message>
        <source>Rehearsal: %1</source>
        <translation>Prøve: %1</translation>
    </message>
    <message>
        <source>%1: waiting for a lock on %2, held by %3</source>
        <translation>%1: venter på en lås på %2, holdt av %3</translation>
    </message>
    <message>
        <source>Look who is in the way of %1</source>
        <translation>Se hvem som er i veien for %1</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>Skriv %1</translation>
    </message>
    <message>
        <source>Compare the database with what it should be</source>
        <translation>Sammenlign databasen med det den burde være</translation>
    </message>
    <message>
        <source>Apply reviewed revisions</source>
        <translation>Kjør gjennomgåtte revisjoner</translation>
    </message>
    <message>
        <source>Squash revisions</source>
        <translation>Samle revisjoner</translation>
    </message>
</context>
<context>
    <name>MigrationState</name>
    <message>
        <source>There are several heads: %1.</source>
        <translation>Det finnes flere hoder: %1.</translation>
    </message>
    <message>
        <source>Join them by `roster migrate merge`, name one, or write heads for all of them.</source>
        <translation>Slå dem sammen med `roster migrate merge`, nevn ett, eller skriv heads for alle.</translation>
    </message>
    <message>
        <source>There is no step further from %1.</source>
        <translation>Det går ikke lenger fra %1.</translation>
    </message>
    <message>
        <source>From %1 there are several ways: %2.</source>
        <translation>Fra %1 går det flere veier: %2.</translation>
    </message>
    <message>
        <source>Name the revision.</source>
        <translation>Nevn revisjonen.</translation>
    </message>
    <message>
        <source>Nothing here knows the revision %1.</source>
        <translation>Ingenting her kjenner revisjonen %1.</translation>
    </message>
    <message>
        <source>%1 names %2 as its parent, which is neither among the files nor in the database.</source>
        <translation>%1 oppgir %2 som forelder, og den finnes verken blant filene eller i databasen.</translation>
    </message>
    <message>
        <source>%1 is a revision of Alembic&apos;s, which Roster does not run.</source>
        <translation>%1 er en av Alembics revisjoner, som Roster ikke kjører.</translation>
    </message>
    <message>
        <source>%1 is a revision of Alembic&apos;s, which Roster does not undo.</source>
        <translation>%1 er en av Alembics revisjoner, som Roster ikke angrer.</translation>
    </message>
    <message>
        <source>Run `alembic upgrade %1` first.</source>
        <translation>Kjør `alembic upgrade %1` først.</translation>
    </message>
    <message>
        <source>Run `alembic downgrade` for it.</source>
        <translation>Kjør `alembic downgrade` for den.</translation>
    </message>
    <message>
        <source>%1 cannot be undone: %2.</source>
        <translation>%1 kan ikke angres: %2.</translation>
    </message>
    <message>
        <source>Restore a backup, or write a new revision.</source>
        <translation>Gjenopprett en sikkerhetskopi, eller skriv en ny revisjon.</translation>
    </message>
    <message>
        <source>%1 leads back, not up.</source>
        <translation>%1 fører tilbake, ikke opp.</translation>
    </message>
    <message>
        <source>Use downgrade.</source>
        <translation>Bruk downgrade.</translation>
    </message>
    <message>
        <source>%1 leads up, not back.</source>
        <translation>%1 fører opp, ikke tilbake.</translation>
    </message>
    <message>
        <source>Use upgrade.</source>
        <translation>Bruk upgrade.</translation>
    </message>
    <message>
        <source>The database stands on several revisions: %1.</source>
        <translation>Databasen står på flere revisjoner: %1.</translation>
    </message>
    <message>
        <source>Name the revision to go back to.</source>
        <translation>Nevn revisjonen det skal gås tilbake til.</translation>
    </message>
    <message>
        <source>The database is not past %1.</source>
        <translation>Databasen er ikke kommet forbi %1.</translation>
    </message>
    <message>
        <source>`roster migrate history` shows where it stands.</source>
        <translation>`roster migrate history` viser hvor den står.</translation>
    </message>
    <message>
        <source>%1 is part of what %2 replaces.</source>
        <translation>%1 er en del av det %2 erstatter.</translation>
    </message>
    <message>
        <source>Name %1, or what it stands on.</source>
        <translation>Nevn %1, eller det den bygger på.</translation>
    </message>
    <message>
        <source>Choose the folder of revisions that holds it, or Alembic&apos;s folder.</source>
        <translation>Velg revisjonsmappen som har den, eller Alembic-mappen.</translation>
    </message>
    <message>
        <source>Join them first: `roster migrate merge`.</source>
        <translation>Slå dem sammen først: `roster migrate merge`.</translation>
    </message>
    <message>
        <source>%1 leads past the last revision.</source>
        <translation>%1 fører forbi den siste revisjonen.</translation>
    </message>
    <message>
        <source>`roster migrate upgrade head` goes as far as there is.</source>
        <translation>`roster migrate upgrade head` går så langt det går.</translation>
    </message>
    <message>
        <source>%1 leads back past the first revision.</source>
        <translation>%1 fører tilbake forbi den første revisjonen.</translation>
    </message>
    <message>
        <source>`roster migrate downgrade base` undoes all.</source>
        <translation>`roster migrate downgrade base` angrer alt.</translation>
    </message>
</context>
<context>
    <name>Migrator</name>
    <message>
        <source>somebody</source>
        <translation>noen</translation>
    </message>
    <message>
        <source>%1, process %2</source>
        <translation>%1, prosess %2</translation>
    </message>
    <message>
        <source>%1 at %3, process %2</source>
        <translation>%1 på %3, prosess %2</translation>
    </message>
    <message>
        <source>This connection goes through a pooler in transaction mode: a lock taken there is nobody&apos;s.</source>
        <translation>Denne forbindelsen går gjennom en pooler i transaksjonsmodus: en lås som tas der, er ingens.</translation>
    </message>
    <message>
        <source>Connect to the server itself, or to a pool in session mode.</source>
        <translation>Koble til selve tjeneren, eller til en pool i sesjonsmodus.</translation>
    </message>
    <message>
        <source>Another Roster migrates this database: %1.</source>
        <translation>En annen Roster migrerer denne databasen: %1.</translation>
    </message>
    <message>
        <source>Try again when it is done.</source>
        <translation>Prøv igjen når den er ferdig.</translation>
    </message>
    <message>
        <source>Waiting: another Roster migrates this database (%1)</source>
        <translation>Venter: en annen Roster migrerer denne databasen (%1)</translation>
    </message>
    <message>
        <source>%1 stopped half way: %2 of %3 statements of its %4 stand.</source>
        <translation>%1 stanset halvveis: %2 av %3 setninger i %4 er utført.</translation>
    </message>
    <message>
        <source>Go on by `roster migrate %1`, or write `roster migrate stamp` when you have finished it by hand.</source>
        <translation>Fortsett med `roster migrate %1`, eller skriv `roster migrate stamp` når du har fullført den for hånd.</translation>
    </message>
    <message>
        <source>No history is kept in this database: %1.</source>
        <translation>Ingen historie føres i denne databasen: %1.</translation>
    </message>
    <message>
        <source>%1 is a production database.</source>
        <translation>%1 er en produksjonsdatabase.</translation>
    </message>
    <message>
        <source>%1 is a production database, and not called %2.</source>
        <translation>%1 er en produksjonsdatabase, og heter ikke %2.</translation>
    </message>
    <message>
        <source>This role may not migrate the database; nothing was run.</source>
        <translation>Denne rollen har ikke lov til å migrere databasen; ingenting ble kjørt.</translation>
    </message>
    <message>
        <source>What is missing: %1</source>
        <translation>Dette mangler: %1</translation>
    </message>
    <message>
        <source>%1 was changed after it was applied.</source>
        <translation>%1 ble endret etter at den ble kjørt.</translation>
    </message>
    <message>
        <source>Put it back and write a new revision; or, if the change makes no difference to the database, `roster migrate stamp current`.</source>
        <translation>Legg den tilbake og skriv en ny revisjon; eller, om endringen ikke betyr noe for databasen, `roster migrate stamp current`.</translation>
    </message>
    <message>
        <source>The table %1 is there already, but no revision is noted in this database.</source>
        <translation>Tabellen %1 finnes alt, men ingen revisjon er notert i denne databasen.</translation>
    </message>
    <message>
        <source>If it is what %1 makes, say so: `roster migrate stamp %1`.</source>
        <translation>Hvis den er det %1 lager, si det: `roster migrate stamp %1`.</translation>
    </message>
    <message>
        <source>Another program changed alembic_version in the meantime.</source>
        <translation>Et annet program endret alembic_version i mellomtiden.</translation>
    </message>
    <message>
        <source>Run it again: it starts from what is there now.</source>
        <translation>Kjør på nytt: det begynner med det som er der nå.</translation>
    </message>
    <message>
        <source>%1: a lock was not free, trying again.</source>
        <translation>%1: en lås var ikke ledig, prøver igjen.</translation>
    </message>
    <message>
        <source>%1: the tables are now not what the revision was made for; see `roster migrate check`.</source>
        <translation>%1: tabellene er nå ikke det revisjonen ble laget for; se `roster migrate check`.</translation>
    </message>
    <message>
        <source>This cannot run in a transaction.</source>
        <translation>Dette kan ikke kjøres i en transaksjon.</translation>
    </message>
    <message>
        <source>Write `-- transaction: no` in the header, best of a revision of its own.</source>
        <translation>Skriv `-- transaction: no` i hodet, helst på en egen revisjon.</translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <translation>%1 (%2): %3</translation>
    </message>
    <message>
        <source>Who held the lock:</source>
        <translation>Hvem som holdt låsen:</translation>
    </message>
    <message>
        <source>Run it again when they have ended their transactions, or end these by pg_terminate_backend(%1).</source>
        <translation>Kjør det på nytt når de har avsluttet transaksjonene sine, eller avslutt dem med pg_terminate_backend(%1).</translation>
    </message>
    <message>
        <source>Say that you mean it: type its name.</source>
        <translation>Si at du mener det: skriv navnet på den.</translation>
    </message>
</context>
<context>
    <name>NewRevisionJobs</name>
    <message>
        <source>Compare the declared tables with the database</source>
        <translation>Sammenlign de erklærte tabellene med databasen</translation>
    </message>
    <message>
        <source>Check the values</source>
        <translation>Kontroller verdiene</translation>
    </message>
    <message>
        <source>Look through the new revision</source>
        <translation>Se gjennom den nye revisjonen</translation>
    </message>
</context>
<context>
    <name>Output</name>
    <message>
        <source>The result could not be written: %1.</source>
        <translation>Resultatet kunne ikke skrives: %1.</translation>
    </message>
    <message>
        <source>What was written so far is not complete.</source>
        <translation>Det som er skrevet hittil, er ikke fullstendig.</translation>
    </message>
</context>
<context>
    <name>Pager</name>
    <message>
        <source>%1 has no column %2 to sort by.</source>
        <translation>%1 har ingen kolonne %2 å sortere etter.</translation>
    </message>
    <message>
        <source>Sort by another column.</source>
        <translation>Sorter etter en annen kolonne.</translation>
    </message>
    <message>
        <source>%1 has no column %2 to filter by.</source>
        <translation>%1 har ingen kolonne %2 å filtrere på.</translation>
    </message>
    <message>
        <source>values of type %1 have no order.</source>
        <translation>verdier av typen %1 har ingen rekkefølge.</translation>
    </message>
    <message>
        <source>Correct the condition and try again.</source>
        <translation>Rett betingelsen og prøv igjen.</translation>
    </message>
    <message>
        <source>At the end of the condition.</source>
        <translation>På slutten av betingelsen.</translation>
    </message>
    <message>
        <source>At character %1 of the condition.</source>
        <translation>Ved tegn %1 i betingelsen.</translation>
    </message>
    <message>
        <source>%1 has no primary key by which to find the row again.</source>
        <translation>%1 har ingen primærnøkkel som raden kan finnes igjen med.</translation>
    </message>
    <message>
        <source>The row is no longer in %1.</source>
        <translation>Raden er ikke lenger i %1.</translation>
    </message>
    <message>
        <source>Another session may have deleted it. Refresh (F5).</source>
        <translation>En annen økt kan ha slettet den. Oppdater (F5).</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Avbrutt.</translation>
    </message>
    <message>
        <source>No index of %1 gives this order.</source>
        <translation>Ingen indeks på %1 gir denne rekkefølgen.</translation>
    </message>
    <message>
        <source>Sort by columns that have an index.</source>
        <translation>Sorter etter kolonner som har en indeks.</translation>
    </message>
    <message>
        <source>Its columns: %1.</source>
        <translation>Kolonnene er: %1.</translation>
    </message>
</context>
<context>
    <name>PastedBlock</name>
    <message>
        <source>The clipboard holds a NUL character, which no text may hold.</source>
        <translation>Utklippstavlen inneholder et NUL-tegn, som ingen tekst kan inneholde.</translation>
    </message>
    <message>
        <source>Row %1 of the clipboard: a quote is not closed.</source>
        <translation>Rad %1 på utklippstavlen: et anførselstegn er ikke lukket.</translation>
    </message>
    <message>
        <source>Row %1 of the clipboard has %2 cells, the first one %3.</source>
        <translation>Rad %1 på utklippstavlen har %2 celler, den første %3.</translation>
    </message>
    <message>
        <source>Nothing was pasted. Copy a whole block of cells.</source>
        <translation>Ingenting ble limt inn. Kopier en hel blokk av celler.</translation>
    </message>
</context>
<context>
    <name>PlayerSeeder</name>
    <message>
        <source>Players</source>
        <translation>Spillere</translation>
    </message>
    <message>
        <source>Players with names from many languages; the level follows from the experience, and more join from day to day.</source>
        <translation>Spillere med navn fra mange språk; nivået følger av erfaringen, og flere kommer til fra dag til dag.</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Nivåer</translation>
    </message>
    <message>
        <source>many beginners, few at the top</source>
        <translation>mange nybegynnere, få på toppen</translation>
    </message>
    <message>
        <source>as many on each level</source>
        <translation>like mange på hvert nivå</translation>
    </message>
    <message>
        <source>most in the middle</source>
        <translation>flest i midten</translation>
    </message>
    <message>
        <source>most near the top</source>
        <translation>flest nær toppen</translation>
    </message>
    <message>
        <source>How the players spread over the levels</source>
        <translation>Hvordan spillerne fordeler seg på nivåene</translation>
    </message>
    <message>
        <source>Highest level</source>
        <translation>Høyeste nivå</translation>
    </message>
    <message>
        <source>The level that nobody is above</source>
        <translation>Nivået som ingen er over</translation>
    </message>
</context>
<context>
    <name>PlayersCommand</name>
    <message>
        <source>write the players as a table, CSV or JSON</source>
        <translation>skriv spillerne som tabell, CSV eller JSON</translation>
    </message>
    <message>
        <source>Examples:
  roster players --where &apos;level &gt;= 10&apos; --limit 20
  roster players --filter &apos;level=10..20&apos; --order total_exp:desc --format csv</source>
        <translation>Eksempler:
  roster players --where &apos;level &gt;= 10&apos; --limit 20
  roster players --filter &apos;level=10..20&apos; --order total_exp:desc --format csv</translation>
    </message>
    <message>
        <source>`roster schema create` makes the tables.</source>
        <translation>`roster schema create` lager tabellene.</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Innstillinger</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farger</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Språk</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>Språket skifter ved neste oppstart.</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>Revisjoner</translation>
    </message>
    <message>
        <source>&amp;Run by themselves on development databases</source>
        <translation>Kjø&amp;res av seg selv på utviklingsdatabaser</translation>
    </message>
    <message>
        <source>Only those that lint does not object to and that delete nothing, where the connection or the database is marked as development</source>
        <translation>Bare de som lint ikke har noe imot og som ikke sletter noe, der forbindelsen eller databasen er merket som utvikling</translation>
    </message>
</context>
<context>
    <name>ProfileCommand</name>
    <message>
        <source>list, add or remove saved connections</source>
        <translation>vis, legg til eller fjern lagrede tilkoblinger</translation>
    </message>
    <message>
        <source>A password is never saved here: put it into ~/.pgpass, one line
host:port:database:user:password, readable by you alone (chmod 600).</source>
        <translation>Et passord lagres aldri her: legg det i ~/.pgpass, én linje
vert:port:database:bruker:passord, som bare du kan lese (chmod 600).</translation>
    </message>
    <message>
        <source>development, staging or production; guards depend on it</source>
        <translation>development, staging eller production; vernet avhenger av det</translation>
    </message>
    <message>
        <source>list as JSON</source>
        <translation>vis som JSON</translation>
    </message>
    <message>
        <source>There is no `profile %1`.</source>
        <translation>`profile %1` finnes ikke.</translation>
    </message>
    <message>
        <source>Write list, add or remove.</source>
        <translation>Skriv list, add eller remove.</translation>
    </message>
    <message>
        <source>Which profile? Its name is missing.</source>
        <translation>Hvilken profil? Navnet mangler.</translation>
    </message>
    <message>
        <source>Profile %1 removed.</source>
        <translation>Profilen %1 er fjernet.</translation>
    </message>
    <message>
        <source>No profiles yet. Add one: roster profile add NAME --url URL</source>
        <translation>Ingen profiler ennå. Legg til en: roster profile add NAME --url URL</translation>
    </message>
    <message>
        <source>Which database? --url URL is missing.</source>
        <translation>Hvilken database? --url URL mangler.</translation>
    </message>
    <message>
        <source>There is no environment %1.</source>
        <translation>Miljøet %1 finnes ikke.</translation>
    </message>
    <message>
        <source>Write development, staging or production.</source>
        <translation>Skriv development, staging eller production.</translation>
    </message>
    <message>
        <source>Profile %1 saved: %2</source>
        <translation>Profilen %1 er lagret: %2</translation>
    </message>
    <message>
        <source>The password was not saved. Put it into ~/.pgpass.</source>
        <translation>Passordet ble ikke lagret. Legg det i ~/.pgpass.</translation>
    </message>
    <message>
        <source>the folder of this database&apos;s revisions</source>
        <translation>mappen med revisjonene til denne databasen</translation>
    </message>
</context>
<context>
    <name>ProfileStore</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kan ikke leses: %2.</translation>
    </message>
    <message>
        <source>%1 is not a file of profiles: %2.</source>
        <translation>%1 er ingen profilfil: %2.</translation>
    </message>
    <message>
        <source>Correct it, or move it away and add the profiles again.</source>
        <translation>Rett den, eller flytt den bort og legg til profilene på nytt.</translation>
    </message>
    <message>
        <source>There is no profile %1.</source>
        <translation>Profilen %1 finnes ikke.</translation>
    </message>
    <message>
        <source>Known are: %1.</source>
        <translation>Disse finnes: %1.</translation>
    </message>
    <message>
        <source>A profile needs a name of one line.</source>
        <translation>En profil trenger et navn på én linje.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kan ikke skrives: %2.</translation>
    </message>
    <message>
        <source>Check the rights on the folder and the space on the disk.</source>
        <translation>Kontroller rettighetene til mappen og plassen på disken.</translation>
    </message>
    <message>
        <source>Save it first.</source>
        <translation>Lagre den først.</translation>
    </message>
</context>
<context>
    <name>RawCondition</name>
    <message>
        <source>The condition is not complete: %1 at character %2.</source>
        <translation>Betingelsen er ikke fullstendig: %1 ved tegn %2.</translation>
    </message>
    <message>
        <source>Write one SQL condition, such as: level &gt;= 10 AND name LIKE &apos;A%&apos;</source>
        <translation>Skriv én SQL-betingelse, for eksempel: level &gt;= 10 AND name LIKE &apos;A%&apos;</translation>
    </message>
    <message>
        <source>a quote that does not end,</source>
        <translation>et anførselstegn som ikke avsluttes,</translation>
    </message>
    <message>
        <source>a comment that does not end,</source>
        <translation>en kommentar som ikke avsluttes,</translation>
    </message>
    <message>
        <source>a parameter,</source>
        <translation>en parameter,</translation>
    </message>
    <message>
        <source>a semicolon,</source>
        <translation>et semikolon,</translation>
    </message>
    <message>
        <source>a parenthesis that closes nothing,</source>
        <translation>en parentes som ikke lukker noe,</translation>
    </message>
    <message>
        <source>a parenthesis that is not closed,</source>
        <translation>en parentes som ikke lukkes,</translation>
    </message>
    <message>
        <source>The expression is not complete: %1 at character %2.</source>
        <translation>Uttrykket er ikke fullstendig: %1 ved tegn %2.</translation>
    </message>
    <message>
        <source>Write one SQL expression over the columns of a row, such as: level + 1</source>
        <translation>Skriv ett SQL-uttrykk over radens kolonner, for eksempel: level + 1</translation>
    </message>
</context>
<context>
    <name>ReceiptStore</name>
    <message>
        <source>The record of the commit cannot be kept in %1: %2.</source>
        <translation>Opptegnelsen av lagringen kan ikke oppbevares i %1: %2.</translation>
    </message>
    <message>
        <source>Make room there, or the folder writable.</source>
        <translation>Lag plass der, eller gjør mappen skrivbar.</translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation>mappen kan ikke opprettes</translation>
    </message>
    <message>
        <source>it cannot be renamed</source>
        <translation>den kan ikke gis nytt navn</translation>
    </message>
    <message>
        <source>The record of the commit is gone.</source>
        <translation>Opptegnelsen av lagringen er borte.</translation>
    </message>
    <message>
        <source>It may have grown too old to be kept.</source>
        <translation>Den kan være blitt for gammel til å oppbevares.</translation>
    </message>
</context>
<context>
    <name>ReceiptText</name>
    <message>
        <source>The record of the commit is damaged.</source>
        <translation>Opptegnelsen av lagringen er skadet.</translation>
    </message>
    <message>
        <source>Its values cannot be shown, and it cannot be undone.</source>
        <translation>Verdiene kan ikke vises, og den kan ikke angres.</translation>
    </message>
    <message>
        <source>The record of the commit was made by a newer Roster.</source>
        <translation>Opptegnelsen av lagringen ble laget av en nyere Roster.</translation>
    </message>
    <message>
        <source>Use that version, or a later one.</source>
        <translation>Bruk den utgaven, eller en senere.</translation>
    </message>
</context>
<context>
    <name>Rehearsal</name>
    <message>
        <source>%1 runs statement by statement: it cannot be tried and taken back.</source>
        <translation>%1 kjøres setning for setning: den kan ikke prøves og tas tilbake.</translation>
    </message>
</context>
<context>
    <name>Renames</name>
    <message>
        <source>--rename %1 says no rename.</source>
        <translation>--rename %1 er ikke en omdøping.</translation>
    </message>
    <message>
        <source>Write table.column=new or table=new.</source>
        <translation>Skriv tabell.kolonne=ny eller tabell=ny.</translation>
    </message>
    <message>
        <source>--rename %1: there is no table or column %2 to rename.</source>
        <translation>--rename %1: det finnes ingen tabell eller kolonne %2 å døpe om.</translation>
    </message>
</context>
<context>
    <name>Replacements</name>
    <message>
        <source>%1 and %2 replace each other.</source>
        <translation>%1 og %2 erstatter hverandre.</translation>
    </message>
    <message>
        <source>%1: %2 is replaced by %3 already.</source>
        <translation>%1: %2 er allerede erstattet av %3.</translation>
    </message>
    <message>
        <source>The database is in the middle of what %1 replaces, and the files of what is left to run are gone: %2.</source>
        <translation>Databasen står midt i det som %1 erstatter, og filene til det som gjenstår, er borte: %2.</translation>
    </message>
    <message>
        <source>Put them back, upgrade this database, and only then take them away.</source>
        <translation>Legg dem tilbake, oppgrader denne databasen, og ta dem bort først da.</translation>
    </message>
</context>
<context>
    <name>Replay</name>
    <message>
        <source>%1 has no SQL to build the schema from.</source>
        <translation>%1 har ingen SQL å bygge skjemaet av.</translation>
    </message>
    <message>
        <source>Compare with the URL of a database that it was applied to.</source>
        <translation>Sammenlign med URL-en til en database der den er kjørt.</translation>
    </message>
</context>
<context>
    <name>Restore</name>
    <message>
        <source>%1 is another database by now than when the restore began, or somebody changed its owner, grants or settings at this moment. Nothing was changed.</source>
        <translation>%1 er nå en annen database enn da gjenopprettingen begynte, eller noen endret eier, rettigheter eller innstillinger i samme øyeblikk. Ingenting ble endret.</translation>
    </message>
    <message>
        <source>Start again: it begins with what is there now.</source>
        <translation>Start på nytt: den begynner med det som er der nå.</translation>
    </message>
    <message>
        <source>%1 does not say that it was %2 before a restore.</source>
        <translation>%1 sier ikke at den var %2 før en gjenoppretting.</translation>
    </message>
    <message>
        <source>`roster restore cleanup --dry-run` lists those that do.</source>
        <translation>`roster restore cleanup --dry-run` lister opp dem som gjør det.</translation>
    </message>
    <message>
        <source>undone restore of %1</source>
        <translation>angret gjenoppretting av %1</translation>
    </message>
    <message>
        <source>What belongs to the database %1 itself could not be carried over: %2. Nothing was changed.</source>
        <translation>Det som hører til selve databasen %1, kunne ikke tas med: %2. Ingenting ble endret.</translation>
    </message>
    <message>
        <source>Connect as a role that may do this (a superuser), or take the setting back first.</source>
        <translation>Koble til som en rolle som kan gjøre dette (en superbruker), eller ta innstillingen tilbake først.</translation>
    </message>
    <message>
        <source>A security label was left out: %1 (%2)</source>
        <translation>En sikkerhetsetikett ble utelatt: %1 (%2)</translation>
    </message>
    <message>
        <source>The connection broke at the swap, and the swap did not take place: %1 is what it was.</source>
        <translation>Forbindelsen brøt under byttet, og byttet fant ikke sted: %1 er det den var.</translation>
    </message>
    <message>
        <source>Start again when the server is well.</source>
        <translation>Start på nytt når tjeneren er i orden.</translation>
    </message>
    <message>
        <source>The connection broke while the swap was committed, and the server does not answer: whether it took place is not known.</source>
        <translation>Forbindelsen brøt mens byttet ble bekreftet, og tjeneren svarer ikke: om det fant sted, er ikke kjent.</translation>
    </message>
    <message>
        <source>When it is back: SELECT oid FROM pg_database WHERE datname = %1. %2 means the old one, %3 the restored one; either is whole.</source>
        <translation>Når den er tilbake: SELECT oid FROM pg_database WHERE datname = %1. %2 betyr den gamle, %3 den gjenopprettede; begge er hele.</translation>
    </message>
    <message>
        <source>Sessions kept coming into %1 faster than they could be ended. Nothing was changed.</source>
        <translation>Det kom økter til %1 raskere enn de kunne avsluttes. Ingenting ble endret.</translation>
    </message>
    <message>
        <source>Sessions in %1 did not go: %2. Nothing was changed.</source>
        <translation>Økter i %1 ble ikke borte: %2. Ingenting ble endret.</translation>
    </message>
    <message>
        <source>Stop what connects to it, then start again.</source>
        <translation>Stopp det som kobler seg til den, og start på nytt.</translation>
    </message>
    <message>
        <source>There is no database %1 on this server.</source>
        <translation>Det finnes ingen database %1 på denne tjeneren.</translation>
    </message>
    <message>
        <source>Check the name.</source>
        <translation>Kontroller navnet.</translation>
    </message>
    <message>
        <source>the prepared transaction %1 of %2</source>
        <translation>den forberedte transaksjonen %1 til %2</translation>
    </message>
    <message>
        <source>the server</source>
        <translation>tjeneren</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>på %1</translation>
    </message>
    <message>
        <source>%1 (process %2)</source>
        <translation>%1 (prosess %2)</translation>
    </message>
    <message>
        <source>%1 (process %2, %3)</source>
        <translation>%1 (prosess %2, %3)</translation>
    </message>
    <message>
        <source>In %1 is what this role may not end: %2. Nothing was changed.</source>
        <translation>I %1 er det noe denne rollen ikke kan avslutte: %2. Ingenting ble endret.</translation>
    </message>
    <message>
        <source>Close it there (a prepared transaction by COMMIT PREPARED or ROLLBACK PREPARED), or connect as a superuser.</source>
        <translation>Lukk det der (en forberedt transaksjon med COMMIT PREPARED eller ROLLBACK PREPARED), eller koble til som superbruker.</translation>
    </message>
    <message>
        <source>There is nothing to undo for %1: no database on this server says that it was %1 before a restore.</source>
        <translation>Det er ingenting å angre for %1: ingen database på denne tjeneren sier at den var %1 før en gjenoppretting.</translation>
    </message>
    <message>
        <source>`roster restore cleanup --dry-run` lists what restores left.</source>
        <translation>`roster restore cleanup --dry-run` lister opp det gjenopprettinger etterlot.</translation>
    </message>
    <message>
        <source>%1 is gone, or another database by now.</source>
        <translation>%1 er borte, eller en annen database nå.</translation>
    </message>
    <message>
        <source>List what is there again.</source>
        <translation>List opp på nytt det som er der.</translation>
    </message>
    <message>
        <source>A restore of %1 is at work: %2.</source>
        <translation>En gjenoppretting av %1 er i gang: %2.</translation>
    </message>
    <message>
        <source>Wait until it is done.</source>
        <translation>Vent til den er ferdig.</translation>
    </message>
    <message>
        <source>Somebody is connected to %1.</source>
        <translation>Noen er koblet til %1.</translation>
    </message>
    <message>
        <source>It is dropped when nobody is in it.</source>
        <translation>Den slettes når ingen er i den.</translation>
    </message>
    <message>
        <source>Neither postgres nor template1 can be connected to: databases are made and renamed from there.</source>
        <translation>Det går ikke å koble til verken postgres eller template1: databaser lages og får nytt navn derfra.</translation>
    </message>
    <message>
        <source>Let the role connect to one of them.</source>
        <translation>La rollen koble til en av dem.</translation>
    </message>
    <message>
        <source>%1, process %2, since %3</source>
        <translation>%1, prosess %2, siden %3</translation>
    </message>
    <message>
        <source>%1 at %4, process %2, since %3</source>
        <translation>%1 på %4, prosess %2, siden %3</translation>
    </message>
    <message>
        <source>Another restore of %1 is at work: %2.</source>
        <translation>En annen gjenoppretting av %1 er i gang: %2.</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>noen</translation>
    </message>
    <message>
        <source>Wait until it is done, or end it, then start again. Nothing was changed.</source>
        <translation>Vent til den er ferdig, eller avslutt den, og start på nytt. Ingenting ble endret.</translation>
    </message>
    <message>
        <source>The role may not make the database %1, in which the restore is rehearsed.</source>
        <translation>Rollen kan ikke lage databasen %1, der gjenopprettingen prøves.</translation>
    </message>
    <message>
        <source>Give the role CREATEDB and the membership in the owner %1, or restore in one transaction into the database itself.</source>
        <translation>Gi rollen CREATEDB og medlemskap i eieren %1, eller gjenopprett i én transaksjon i selve databasen.</translation>
    </message>
    <message>
        <source>Comparing %1.%2</source>
        <translation>Sammenligner %1.%2</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Ingenting ble endret.</translation>
    </message>
    <message>
        <source>Line %1 of the dump, %2: %3</source>
        <translation>Linje %1 i dumpen, %2: %3</translation>
    </message>
    <message>
        <source>The server ended the connection; its log says why. The live database was not touched: start again.</source>
        <translation>Tjeneren avsluttet forbindelsen; loggen der sier hvorfor. Den levende databasen ble ikke rørt: start på nytt.</translation>
    </message>
    <message>
        <source>The dump is run as %1, which may not do this. If you trust the file, let it run as the connected role (--trust-dump).</source>
        <translation>Dumpen kjøres som %1, som ikke kan gjøre dette. Hvis du stoler på filen, la den kjøre som den tilkoblede rollen (--trust-dump).</translation>
    </message>
    <message>
        <source>The server ran out of something (disk, memory, connections): see its message, make room, start again.</source>
        <translation>Tjeneren slapp opp for noe (disk, minne, forbindelser): se meldingen, gjør plass, start på nytt.</translation>
    </message>
    <message>
        <source>The live database was not touched. Look at that line of the dump.</source>
        <translation>Den levende databasen ble ikke rørt. Se på den linjen i dumpen.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Avbrutt.</translation>
    </message>
    <message>
        <source>a COPY where none can stand</source>
        <translation>en COPY der ingen kan stå</translation>
    </message>
    <message>
        <source>no dump of pg_dump holds such a statement</source>
        <translation>ingen dump fra pg_dump har en slik setning</translation>
    </message>
    <message>
        <source>The file was written or changed by somebody else. Take the line out if you know what it is for.</source>
        <translation>Filen er skrevet eller endret av noen andre. Ta ut linjen hvis du vet hva den er til.</translation>
    </message>
    <message>
        <source>Line %1: grants and texts of a whole database are those of the live one; this was skipped: %2</source>
        <translation>Linje %1: rettigheter og tekster til en hel database er de som den levende har; dette ble hoppet over: %2</translation>
    </message>
    <message>
        <source>Line %1: this server does not know the setting %2, which was skipped.</source>
        <translation>Linje %1: denne tjeneren kjenner ikke innstillingen %2, som ble hoppet over.</translation>
    </message>
    <message>
        <source>Line %1: the comment of an extension belongs to whom the extension belongs to; it was skipped.</source>
        <translation>Linje %1: kommentaren til en utvidelse hører til den som eier utvidelsen; den ble hoppet over.</translation>
    </message>
    <message>
        <source>Restoring %1</source>
        <translation>Gjenoppretter %1</translation>
    </message>
    <message>
        <source>%1 rows were sent and the server took %2</source>
        <translation>%1 rader ble sendt, og tjeneren tok imot %2</translation>
    </message>
    <message>
        <source>What names the role %1 was left out (owner, grants).</source>
        <translation>Det som nevner rollen %1, ble utelatt (eier, rettigheter).</translation>
    </message>
    <message>
        <source>Setting owners and rights</source>
        <translation>Setter eiere og rettigheter</translation>
    </message>
    <message>
        <source>The dump runs as %1, which is a superuser: what its functions do is not held back. Restore only files that you trust.</source>
        <translation>Dumpen kjøres som %1, som er superbruker: det funksjonene i den gjør, holdes ikke tilbake. Gjenopprett bare filer du stoler på.</translation>
    </message>
    <message>
        <source>The server lets no login of the restore&apos;s own in (pg_hba.conf): the dump runs as %1 by SET ROLE, which a hostile one could take back. Restore only files that you trust.</source>
        <translation>Tjeneren slipper ikke inn en egen innlogging for gjenopprettingen (pg_hba.conf): dumpen kjøres som %1 med SET ROLE, som en fiendtlig dump kunne ta tilbake. Gjenopprett bare filer du stoler på.</translation>
    </message>
    <message>
        <source>%1 is no table by now: its rows were not counted.</source>
        <translation>%1 er ingen tabell nå: radene ble ikke talt.</translation>
    </message>
    <message>
        <source>%1: the dump has %2 rows, in the table are %3.</source>
        <translation>%1: dumpen har %2 rader, i tabellen er det %3.</translation>
    </message>
    <message>
        <source>%1: the manifest says %2 rows, in the table are %3.</source>
        <translation>%1: manifestet sier %2 rader, i tabellen er det %3.</translation>
    </message>
    <message numerus="yes">
        <source>rows sent, rows the server took and rows counted are the same in %n table(s)</source>
        <translation>
            <numerusform>rader sendt, rader tjeneren tok imot og rader talt er like i %n tabell</numerusform>
            <numerusform>rader sendt, rader tjeneren tok imot og rader talt er like i %n tabeller</numerusform>
        </translation>
    </message>
    <message>
        <source>The index %1 is not valid.</source>
        <translation>Indeksen %1 er ikke gyldig.</translation>
    </message>
    <message>
        <source>all indexes are valid</source>
        <translation>alle indekser er gyldige</translation>
    </message>
    <message>
        <source>The constraint %1 was never checked (NOT VALID), as the dump has it.</source>
        <translation>Skranken %1 ble aldri kontrollert (NOT VALID), slik dumpen har den.</translation>
    </message>
    <message>
        <source>all constraints are validated</source>
        <translation>alle skranker er kontrollert</translation>
    </message>
    <message>
        <source>The sequence %1 stands at %2, the largest %3.%4 is %5: the next row made there would fail. It is so in the dump; setval(&apos;%1&apos;, %5) mends it.</source>
        <translation>Sekvensen %1 står på %2, største %3.%4 er %5: neste rad som lages der, ville feile. Slik er det i dumpen; setval(&apos;%1&apos;, %5) retter det.</translation>
    </message>
    <message>
        <source>no sequence is behind its column</source>
        <translation>ingen sekvens ligger bak kolonnen sin</translation>
    </message>
    <message>
        <source>There is no alembic_version: no revision is noted.</source>
        <translation>Det finnes ingen alembic_version: ingen revisjon er notert.</translation>
    </message>
    <message>
        <source>The revision %1 is not known here (the backend&apos;s own?).</source>
        <translation>Revisjonen %1 er ikke kjent her (backendens egen?).</translation>
    </message>
    <message>
        <source>revision %1</source>
        <translation>revisjon %1</translation>
    </message>
    <message>
        <source>Checking what was restored</source>
        <translation>Kontrollerer det som ble gjenopprettet</translation>
    </message>
    <message>
        <source>The role %1 may not create databases, and a restore is rehearsed in one.</source>
        <translation>Rollen %1 kan ikke lage databaser, og en gjenoppretting prøves i en slik.</translation>
    </message>
    <message>
        <source>ALTER ROLE %1 CREATEDB, or restore into the database itself in one transaction (--in-place).</source>
        <translation>ALTER ROLE %1 CREATEDB, eller gjenopprett i selve databasen i én transaksjon (--in-place).</translation>
    </message>
    <message>
        <source>The role %1 does not own %2: only its owner, %3, may rename it.</source>
        <translation>Rollen %1 eier ikke %2: bare eieren, %3, kan gi den nytt navn.</translation>
    </message>
    <message>
        <source>Connect as %1 or as a superuser.</source>
        <translation>Koble til som %1 eller som superbruker.</translation>
    </message>
    <message>
        <source>The dump names roles that this server has not: %1.</source>
        <translation>Dumpen nevner roller som denne tjeneren ikke har: %1.</translation>
    </message>
    <message>
        <source>Choose: --roles create (they cannot log in), --roles leave-out (the owner keeps what was theirs), or --map-role OLD=NEW.</source>
        <translation>Velg: --roles create (de kan ikke logge inn), --roles leave-out (eieren beholder det som var deres), eller --map-role GAMMEL=NY.</translation>
    </message>
    <message>
        <source>These roles will be made, without login: %1.</source>
        <translation>Disse rollene blir laget, uten innlogging: %1.</translation>
    </message>
    <message>
        <source>The role %1 may not create roles (%2).</source>
        <translation>Rollen %1 kan ikke lage roller (%2).</translation>
    </message>
    <message>
        <source>Let somebody who may create them, or leave them out (--roles leave-out).</source>
        <translation>La noen som kan det lage dem, eller utelat dem (--roles leave-out).</translation>
    </message>
    <message>
        <source>What names these roles will be left out: %1.</source>
        <translation>Det som nevner disse rollene, blir utelatt: %1.</translation>
    </message>
    <message>
        <source>The dump needs extensions that this server has not installed: %1.</source>
        <translation>Dumpen trenger utvidelser som denne tjeneren ikke har installert: %1.</translation>
    </message>
    <message>
        <source>Install their packages on the server (postgresql-contrib or their own), then start again.</source>
        <translation>Installer pakkene på tjeneren (postgresql-contrib eller deres egne), og start på nytt.</translation>
    </message>
    <message>
        <source>The replication slot %1 stays with the database as it was before: make a new one after the swap.</source>
        <translation>Replikeringssporet %1 blir hos databasen slik den var før: lag et nytt etter byttet.</translation>
    </message>
    <message>
        <source>The dump comes from PostgreSQL %1, this is %2: what %2 does not know will stop it.</source>
        <translation>Dumpen kommer fra PostgreSQL %1, dette er %2: det %2 ikke kjenner, stopper den.</translation>
    </message>
    <message>
        <source>The server&apos;s disk has %1 left; the database takes about %2, and both are there until the old one is dropped.</source>
        <translation>Tjenerens disk har %1 igjen; databasen tar omtrent %2, og begge er der til den gamle slettes.</translation>
    </message>
    <message>
        <source>The name of the database was not typed.</source>
        <translation>Navnet på databasen ble ikke skrevet.</translation>
    </message>
    <message>
        <source>%1 was typed, and the database is %2.</source>
        <translation>%1 ble skrevet, og databasen er %2.</translation>
    </message>
    <message>
        <source>Type the name of the database that is to be replaced: %1.</source>
        <translation>Skriv navnet på databasen som skal erstattes: %1.</translation>
    </message>
    <message>
        <source>%1 cannot name a database: 1 to 63 bytes fit.</source>
        <translation>%1 kan ikke være navn på en database: det er plass til 1 til 63 byte.</translation>
    </message>
    <message>
        <source>Choose a shorter name.</source>
        <translation>Velg et kortere navn.</translation>
    </message>
    <message>
        <source>There already is a database %1.</source>
        <translation>Det finnes allerede en database %1.</translation>
    </message>
    <message>
        <source>Choose another name, or replace it (--replace %1).</source>
        <translation>Velg et annet navn, eller erstatt den (--replace %1).</translation>
    </message>
    <message>
        <source>Looking at the server</source>
        <translation>Ser på tjeneren</translation>
    </message>
    <message>
        <source>What was restored is not what %1 says: %2</source>
        <translation>Det som ble gjenopprettet, er ikke det %1 sier: %2</translation>
    </message>
    <message>
        <source>Nothing was changed. Take another backup, or look into this one.</source>
        <translation>Ingenting ble endret. Ta en annen sikkerhetskopi, eller se nærmere på denne.</translation>
    </message>
    <message>
        <source>Making an empty database beside it</source>
        <translation>Lager en tom database ved siden av</translation>
    </message>
    <message>
        <source>%1 could not be dropped (%2); `roster restore cleanup` does it later.</source>
        <translation>%1 kunne ikke slettes (%2); `roster restore cleanup` gjør det senere.</translation>
    </message>
    <message>
        <source>Putting it in the place of %1</source>
        <translation>Setter den i stedet for %1</translation>
    </message>
    <message>
        <source>Bringing back what %1 was</source>
        <translation>Bringer tilbake det %1 var</translation>
    </message>
    <message>
        <source>Reading %1 to its end</source>
        <translation>Leser %1 til slutten</translation>
    </message>
    <message>
        <source>%1 is a production database, and there is no verified backup of it that is younger than an hour.</source>
        <translation>%1 er en produksjonsdatabase, og det finnes ingen kontrollert sikkerhetskopi av den som er yngre enn en time.</translation>
    </message>
    <message>
        <source>Make one first (`roster backup create`), or say that it shall go without (--without-backup); the server&apos;s log then says who did.</source>
        <translation>Lag en først (`roster backup create`), eller si at det skal gå uten (--without-backup); tjenerens logg sier da hvem som gjorde det.</translation>
    </message>
    <message>
        <source>The schema could not be built anew just as it is. Nothing was changed.</source>
        <translation>Skjemaet kunne ikke bygges på nytt slik det er. Ingenting ble endret.</translation>
    </message>
    <message>
        <source>`roster schema diff` compares the two; restore a dump made by pg_dump -s instead.</source>
        <translation>`roster schema diff` sammenligner de to; gjenopprett i stedet en dump laget med pg_dump -s.</translation>
    </message>
    <message>
        <source>Building the empty tables</source>
        <translation>Bygger de tomme tabellene</translation>
    </message>
    <message>
        <source>The revisions were applied up to the head.</source>
        <translation>Revisjonene ble kjørt til hodet.</translation>
    </message>
    <message>
        <source>The schema is as it was, and so is alembic_version (%1).</source>
        <translation>Skjemaet er som det var, og alembic_version også (%1).</translation>
    </message>
    <message>
        <source>clean, after the backup %1</source>
        <translation>tømming, etter sikkerhetskopien %1</translation>
    </message>
    <message>
        <source>clean without a backup, by %1</source>
        <translation>tømming uten sikkerhetskopi, av %1</translation>
    </message>
    <message>
        <source>The connection broke while the restore was committed, and the server does not answer: whether it counts is not known.</source>
        <translation>Forbindelsen brøt mens gjenopprettingen ble bekreftet, og tjeneren svarer ikke: om den gjelder, er ikke kjent.</translation>
    </message>
    <message>
        <source>When it is back: SELECT pg_xact_status(&apos;%1&apos;).</source>
        <translation>Når den er tilbake: SELECT pg_xact_status(&apos;%1&apos;).</translation>
    </message>
    <message>
        <source>Dropping what is there, in a transaction</source>
        <translation>Sletter det som er der, i en transaksjon</translation>
    </message>
    <message>
        <source>There is no undo but another restore.</source>
        <translation>Det kan bare angres med en ny gjenoppretting.</translation>
    </message>
    <message>
        <source>Whoever uses the tables waits until it is done.</source>
        <translation>De som bruker tabellene, venter til den er ferdig.</translation>
    </message>
    <message>
        <source>Thousands of tables do not fit into one transaction (out of shared memory).</source>
        <translation>Tusenvis av tabeller får ikke plass i én transaksjon (out of shared memory).</translation>
    </message>
    <message>
        <source>The dump runs as the connected role.</source>
        <translation>Dumpen kjøres som den tilkoblede rollen.</translation>
    </message>
    <message>
        <source>Line %1 of the dump changes standard_conforming_strings in a way that no dump of pg_dump does: what follows could be read in two ways.</source>
        <translation>Linje %1 i dumpen endrer standard_conforming_strings på en måte som ingen dump fra pg_dump gjør: det som følger, kan leses på to måter.</translation>
    </message>
    <message>
        <source>Line %1 of the dump changes client_encoding in a way that no dump of pg_dump does: what follows could be read in two ways.</source>
        <translation>Linje %1 i dumpen endrer client_encoding på en måte som ingen dump fra pg_dump gjør: det som følger, kan leses på to måter.</translation>
    </message>
    <message>
        <source>The dump makes roles that this server has not and this database does not name; they are not made: %1.</source>
        <translation>Dumpen lager roller som denne serveren ikke har, og som denne databasen ikke nevner; de blir ikke laget: %1.</translation>
    </message>
    <message>
        <source>It was in encoding %1; here it is restored in %2.</source>
        <translation>Den var i tegnsettet %1; her gjenopprettes den i %2.</translation>
    </message>
    <message>
        <source>It was in locale %1; here it is restored in %2, so that text may sort otherwise.</source>
        <translation>Den var i språkområdet %1; her gjenopprettes den i %2, så tekst kan bli sortert annerledes.</translation>
    </message>
    <message numerus="yes">
        <source>Making indexes and keys: %n to go</source>
        <translation>
            <numerusform>Lager indekser og nøkler: %n gjenstår</numerusform>
            <numerusform>Lager indekser og nøkler: %n gjenstår</numerusform>
        </translation>
    </message>
    <message>
        <source>Counting and analysing the restored tables</source>
        <translation>Teller og analyserer de gjenopprettede tabellene</translation>
    </message>
    <message>
        <source>The dump unpacks to %1, and the server&apos;s disk has %2 left.</source>
        <translation>Dumpen pakkes ut til %1, og tjenerens disk har %2 igjen.</translation>
    </message>
    <message>
        <source>Make room on the server, or use another one. If the file is not yours, do not restore it.</source>
        <translation>Gjør plass på tjeneren, eller bruk en annen. Hvis filen ikke er din, så ikke gjenopprett den.</translation>
    </message>
</context>
<context>
    <name>RestoreCommand</name>
    <message>
        <source>restore a dump, checked before it counts</source>
        <translation>gjenopprett en dump, kontrollert før den gjelder</translation>
    </message>
    <message>
        <source>the name of a new database</source>
        <translation>navnet på en ny database</translation>
    </message>
    <message>
        <source>the database to put it in the place of</source>
        <translation>databasen den skal ta plassen til</translation>
    </message>
    <message>
        <source>its name once more: you mean it</source>
        <translation>navnet en gang til: du mener det</translation>
    </message>
    <message>
        <source>only look, and say what would be done</source>
        <translation>bare se, og si hva som ville blitt gjort</translation>
    </message>
    <message>
        <source>roles that this server has not: create (without login) or leave-out</source>
        <translation>roller denne tjeneren ikke har: create (uten innlogging) eller leave-out</translation>
    </message>
    <message>
        <source>another role for one of the dump&apos;s</source>
        <translation>en annen rolle i stedet for en i dumpen</translation>
    </message>
    <message>
        <source>run it as the connected role, not as the owner</source>
        <translation>kjør den som den tilkoblede rollen, ikke som eieren</translation>
    </message>
    <message>
        <source>a database that was live before</source>
        <translation>en database som var levende før</translation>
    </message>
    <message>
        <source>write the answer as JSON</source>
        <translation>skriv svaret som JSON</translation>
    </message>
    <message>
        <source>`restore` takes one file.</source>
        <translation>`restore` tar én fil.</translation>
    </message>
    <message>
        <source>See `roster help restore`.</source>
        <translation>Se `roster help restore`.</translation>
    </message>
    <message>
        <source>Where shall it go?</source>
        <translation>Hvor skal den?</translation>
    </message>
    <message>
        <source>Say --into with a new name, or --replace with a database.</source>
        <translation>Si --into med et nytt navn, eller --replace med en database.</translation>
    </message>
    <message>
        <source>--roles %1 means nothing.</source>
        <translation>--roles %1 betyr ingenting.</translation>
    </message>
    <message>
        <source>Write create or leave-out.</source>
        <translation>Skriv create eller leave-out.</translation>
    </message>
    <message>
        <source>--map-role wants OLD=NEW, not %1.</source>
        <translation>--map-role vil ha GAMMEL=NY, ikke %1.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Ingenting ble endret.</translation>
    </message>
    <message>
        <source>Which database?</source>
        <translation>Hvilken database?</translation>
    </message>
    <message>
        <source>Name it: restore undo DB.</source>
        <translation>Nevn den: restore undo DB.</translation>
    </message>
    <message>
        <source>%1 is nothing that a restore left.</source>
        <translation>%1 er ikke noe en gjenoppretting etterlot.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ingen</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) old</source>
        <translation>
            <numerusform>%n minutt gammel</numerusform>
            <numerusform>%n minutter gammel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) old</source>
        <translation>
            <numerusform>%n time gammel</numerusform>
            <numerusform>%n timer gammel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) old</source>
        <translation>
            <numerusform>%n dag gammel</numerusform>
            <numerusform>%n dager gammel</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 before a restore from %2</source>
        <translation>%1 før en gjenoppretting fra %2</translation>
    </message>
    <message>
        <source>an unfinished restore of %1</source>
        <translation>en uferdig gjenoppretting av %1</translation>
    </message>
    <message>
        <source>at work: %1</source>
        <translation>i gang: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) in it</source>
        <translation>
            <numerusform>%n økt i den</numerusform>
            <numerusform>%n økter i den</numerusform>
        </translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>slettet</translation>
    </message>
    <message>
        <source>%1.%2: live %3%4, restored %5</source>
        <translation>%1.%2: levende %3%4, gjenopprettet %5</translation>
    </message>
    <message>
        <source>; newest %1: live %2, restored %3</source>
        <translation>; nyeste %1: levende %2, gjenopprettet %3</translation>
    </message>
    <message>
        <source>Revision: live %1, restored %2</source>
        <translation>Revisjon: levende %1, gjenopprettet %2</translation>
    </message>
    <message>
        <source>would be ended: %1</source>
        <translation>ville blitt avsluttet: %1</translation>
    </message>
    <message>
        <source>in the way: %1</source>
        <translation>i veien: %1</translation>
    </message>
    <message>
        <source>checked: %1</source>
        <translation>kontrollert: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 is restored from %2: %3 rows in %n table(s).</source>
        <translation>
            <numerusform>%1 er gjenopprettet fra %2: %3 rader i %n tabell.</numerusform>
            <numerusform>%1 er gjenopprettet fra %2: %3 rader i %n tabeller.</numerusform>
        </translation>
    </message>
    <message>
        <source>What it was until now is kept as %1; `roster restore undo %2` brings it back.</source>
        <translation>Det den var til nå, er beholdt som %1; `roster restore undo %2` bringer det tilbake.</translation>
    </message>
    <message>
        <source>%1 is again what it was before. What was there until now is kept as %2.</source>
        <translation>%1 er igjen det den var før. Det som var der til nå, er beholdt som %2.</translation>
    </message>
    <message>
        <source>Restores left nothing on this server.</source>
        <translation>Gjenopprettinger etterlot ingenting på denne tjeneren.</translation>
    </message>
    <message>
        <source>--%1 says %2, and the database is %3.</source>
        <translation>--%1 sier %2, og databasen er %3.</translation>
    </message>
    <message>
        <source>This puts another database in the place of %1.</source>
        <translation>Dette setter en annen database i stedet for %1.</translation>
    </message>
    <message>
        <source>Say that you mean it: --%1 %2</source>
        <translation>Si at du mener det: --%1 %2</translation>
    </message>
    <message>
        <source>Type the name of the database, %1, to go on:</source>
        <translation>Skriv navnet på databasen, %1, for å fortsette:</translation>
    </message>
    <message>
        <source>without a second database, in one transaction: see the limits above</source>
        <translation>uten en database til, i én transaksjon: se grensene over</translation>
    </message>
    <message>
        <source>in place, also without a fresh verified backup</source>
        <translation>på stedet, også uten en fersk kontrollert sikkerhetskopi</translation>
    </message>
    <message>
        <source>where its backups are, if not in the usual folder</source>
        <translation>hvor sikkerhetskopiene ligger, hvis ikke i den vanlige mappen</translation>
    </message>
    <message>
        <source>--in-place goes with --replace.</source>
        <translation>--in-place hører sammen med --replace.</translation>
    </message>
    <message>
        <source>In place there is no undo, and there is no verified backup of %1 that is younger than an hour.</source>
        <translation>På stedet kan det ikke angres, og det finnes ingen kontrollert sikkerhetskopi av %1 som er yngre enn en time.</translation>
    </message>
    <message>
        <source>Make one (`roster backup create`), or say --without-backup.</source>
        <translation>Lag en (`roster backup create`), eller si --without-backup.</translation>
    </message>
    <message>
        <source>The dump goes into a new database beside the live one, is counted and checked
there, and only then takes its place, in one transaction. The live database is
not touched before, and kept afterwards: undo brings it back. --dry-run reads
the file to its end, looks at the server and changes nothing.
Where the role may not create databases, --in-place drops and restores within
one transaction of the live one: there is no undo, whoever uses the tables
waits, and thousands of tables do not fit. It wants a verified backup younger
than an hour, or --without-backup.
Owner, grants and settings of the live database stay as they are.
Of a pg_dumpall file, --database names the one database that is read; nothing
else of it is run, its roles neither.
cleanup drops what killed restores left, and lists what was live before;
--drop NAME drops one of those.</source>
        <translation>Dumpen går inn i en ny database ved siden av den levende, telles og kontrolleres
der, og først da tar den plassen, i én transaksjon. Den levende databasen røres
ikke før det, og beholdes etterpå: undo bringer den tilbake. --dry-run leser
filen til slutten, ser på tjeneren og endrer ingenting.
Der rollen ikke kan lage databaser, sletter og gjenoppretter --in-place i én
transaksjon i den levende: det kan ikke angres, de som bruker tabellene venter,
og tusenvis av tabeller får ikke plass. Det kreves en kontrollert sikkerhetskopi
yngre enn en time, eller --without-backup.
Eier, rettigheter og innstillinger til den levende databasen blir som de er.
Av en fra pg_dumpall navngir --database den ene databasen som leses; ingenting
annet i filen kjøres, heller ikke rollene.
cleanup sletter det avbrutte gjenopprettinger etterlot, og lister opp det som var
levende før; --drop NAVN sletter en av dem.</translation>
    </message>
    <message>
        <source>which database of a pg_dumpall file</source>
        <translation>hvilken database i en fil fra pg_dumpall</translation>
    </message>
</context>
<context>
    <name>RestoreSeat</name>
    <message>
        <source>Read %1</source>
        <translation>Les %1</translation>
    </message>
    <message>
        <source>Look at the server</source>
        <translation>Se på tjeneren</translation>
    </message>
    <message>
        <source>Restore %1 beside %2</source>
        <translation>Gjenopprett %1 ved siden av %2</translation>
    </message>
    <message>
        <source>Build an empty %1</source>
        <translation>Bygg en tom %1</translation>
    </message>
    <message>
        <source>Put it in its place</source>
        <translation>Sett den på plass</translation>
    </message>
    <message>
        <source>Nothing is prepared.</source>
        <translation>Ingenting er forberedt.</translation>
    </message>
    <message>
        <source>Begin the restore again.</source>
        <translation>Begynn gjenopprettingen på nytt.</translation>
    </message>
    <message>
        <source>Restore %1 into %2</source>
        <translation>Gjenopprett %1 i %2</translation>
    </message>
    <message>
        <source>There is no verified backup of %1 in %2 that is younger than an hour, and in place there is no undo.</source>
        <translation>Det er ingen kontrollert sikkerhetskopi av %1 i %2 som er yngre enn en time, og på stedet kan ingenting angres.</translation>
    </message>
    <message>
        <source>Back it up first, or say that you do without.</source>
        <translation>Ta en sikkerhetskopi først, eller si at du klarer deg uten.</translation>
    </message>
</context>
<context>
    <name>ReviewedRun</name>
    <message>
        <source>Alembic manages this database.</source>
        <translation>Alembic forvalter denne databasen.</translation>
    </message>
    <message>
        <source>The database has no history yet.</source>
        <translation>Databasen har ingen historie ennå.</translation>
    </message>
    <message>
        <source>There are several heads.</source>
        <translation>Det er flere hoder.</translation>
    </message>
    <message>
        <source>%1 stopped half way.</source>
        <translation>%1 stoppet halvveis.</translation>
    </message>
    <message>
        <source>%1 was changed after it was applied.</source>
        <translation>%1 ble endret etter at den ble kjørt.</translation>
    </message>
    <message>
        <source>This role may not migrate.</source>
        <translation>Denne rollen får ikke migrere.</translation>
    </message>
    <message>
        <source>%1 is a revision of Alembic&apos;s.</source>
        <translation>%1 er en av Alembics revisjoner.</translation>
    </message>
    <message>
        <source>%1 runs statement by statement.</source>
        <translation>%1 kjøres setning for setning.</translation>
    </message>
    <message>
        <source>%1 was undone by somebody.</source>
        <translation>%1 ble angret av noen.</translation>
    </message>
    <message>
        <source>%1 may delete data.</source>
        <translation>%1 kan slette data.</translation>
    </message>
    <message>
        <source>%1 was not reviewed: %2</source>
        <translation>%1 er ikke gjennomgått: %2</translation>
    </message>
</context>
<context>
    <name>Revision</name>
    <message>
        <source>A backslash command is psql&apos;s; the server does not know it.</source>
        <translation>En kommando med omvendt skråstrek hører til psql; tjeneren kjenner den ikke.</translation>
    </message>
    <message>
        <source>Write the SQL that it stands for.</source>
        <translation>Skriv SQL-en den står for.</translation>
    </message>
    <message>
        <source>COPY FROM STDIN cannot stand in a revision.</source>
        <translation>COPY FROM STDIN kan ikke stå i en revisjon.</translation>
    </message>
    <message>
        <source>Write INSERT … VALUES.</source>
        <translation>Skriv INSERT … VALUES.</translation>
    </message>
    <message>
        <source>%1 cannot stand in a revision: it runs in a transaction of Roster&apos;s.</source>
        <translation>%1 kan ikke stå i en revisjon: den kjøres i Rosters egen transaksjon.</translation>
    </message>
    <message>
        <source>Remove it; what cannot run in a transaction has `-- transaction: no` in the header.</source>
        <translation>Fjern det; det som ikke kan kjøres i en transaksjon, har `-- transaction: no` i hodet.</translation>
    </message>
</context>
<context>
    <name>RevisionDraft</name>
    <message>
        <source>There is a revision %1 already.</source>
        <translation>Det finnes alt en revisjon %1.</translation>
    </message>
    <message>
        <source>It stands on %1, which is not there.</source>
        <translation>Den bygger på %1, som ikke finnes.</translation>
    </message>
</context>
<context>
    <name>RevisionFile</name>
    <message>
        <source>%1 is larger than 16 MB: that is no revision.</source>
        <translation>%1 er større enn 16 MB: det er ingen revisjon.</translation>
    </message>
    <message>
        <source>%1 is UTF-16.</source>
        <translation>%1 er UTF-16.</translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <translation>Lagre den som UTF-8.</translation>
    </message>
    <message>
        <source>%1 is no text file: it holds bytes that are no UTF-8.</source>
        <translation>%1 er ingen tekstfil: den inneholder byte som ikke er UTF-8.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 er tom.</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>ingen grunn oppgitt</translation>
    </message>
    <message>
        <source>%1: a revision&apos;s file is named like 20261122_103438_3f9c2a7b11d0_add_guilds.sql.</source>
        <translation>%1: filen til en revisjon heter noe som 20261122_103438_3f9c2a7b11d0_add_guilds.sql.</translation>
    </message>
    <message>
        <source>Rename the file.</source>
        <translation>Gi filen nytt navn.</translation>
    </message>
    <message>
        <source>%1: the file is named for the revision %2, its header says %3.</source>
        <translation>%1: filen er oppkalt etter revisjonen %2, hodet sier %3.</translation>
    </message>
    <message>
        <source>Make them the same; a copied file needs an id of its own.</source>
        <translation>Gjør dem like; en kopiert fil trenger sin egen id.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Filen %1 finnes ikke.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kan ikke leses: %2</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Mappen %1 kan ikke lages.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kan ikke skrives: %2</translation>
    </message>
    <message>
        <source>There is no section %1.</source>
        <translation>Det finnes ingen del %1.</translation>
    </message>
    <message>
        <source>The sections are `-- == upgrade ==` and `-- == downgrade ==`.</source>
        <translation>Delene er `-- == upgrade ==` og `-- == downgrade ==`.</translation>
    </message>
    <message>
        <source>The section %1 stands here again.</source>
        <translation>Delen %1 står her igjen.</translation>
    </message>
    <message>
        <source>This is no line of a revision&apos;s header.</source>
        <translation>Dette er ingen linje i hodet til en revisjon.</translation>
    </message>
    <message>
        <source>Before `-- == upgrade ==` stand only lines like `-- key: value`.</source>
        <translation>Før `-- == upgrade ==` står bare linjer som `-- nøkkel: verdi`.</translation>
    </message>
    <message>
        <source>The header key %1 is not known.</source>
        <translation>Nøkkelen %1 i hodet er ukjent.</translation>
    </message>
    <message>
        <source>Keys of your own begin with x-. Known are: %1.</source>
        <translation>Egne nøkler begynner med x-. Kjente er: %1.</translation>
    </message>
    <message>
        <source>The header key %1 stands here again.</source>
        <translation>Nøkkelen %1 står her igjen.</translation>
    </message>
    <message>
        <source>The section `-- == %1 ==` is missing.</source>
        <translation>Delen `-- == %1 ==` mangler.</translation>
    </message>
    <message>
        <source>A revision has both; where there is no way back, write `-- irreversible: reason` below `-- == downgrade ==`.</source>
        <translation>En revisjon har begge; der det ikke er noen vei tilbake, skriv `-- irreversible: grunn` under `-- == downgrade ==`.</translation>
    </message>
    <message>
        <source>The header key %1 is missing.</source>
        <translation>Nøkkelen %1 mangler i hodet.</translation>
    </message>
    <message>
        <source>%1: “%2” is no revision.</source>
        <translation>%1: «%2» er ingen revisjon.</translation>
    </message>
    <message>
        <source>%1: %2 stands there twice.</source>
        <translation>%1: %2 står der to ganger.</translation>
    </message>
    <message>
        <source>allow wants a rule, an object and a reason.</source>
        <translation>allow vil ha en regel, et objekt og en grunn.</translation>
    </message>
    <message>
        <source>Like this: `-- allow: destructive players.tag nobody uses it`.</source>
        <translation>Slik: `-- allow: destructive players.tag ingen bruker den`.</translation>
    </message>
    <message>
        <source>A revision&apos;s file begins with `-- migration-format: 1`.</source>
        <translation>Filen til en revisjon begynner med `-- migration-format: 1`.</translation>
    </message>
    <message>
        <source>The format %1 is not known, only 1.</source>
        <translation>Formatet %1 er ukjent, bare 1 er kjent.</translation>
    </message>
    <message>
        <source>A newer Roster may have written it.</source>
        <translation>En nyere Roster kan ha skrevet den.</translation>
    </message>
    <message>
        <source>A revision is 12 hexadecimal digits.</source>
        <translation>En revisjon er 12 heksadesimale sifre.</translation>
    </message>
    <message>
        <source>The revision is its own parent.</source>
        <translation>Revisjonen er sin egen forelder.</translation>
    </message>
    <message>
        <source>transaction is yes or no.</source>
        <translation>transaction er yes eller no.</translation>
    </message>
    <message>
        <source>The revision cannot stand on %1 and replace it.</source>
        <translation>Revisjonen kan ikke bygge på %1 og erstatte den.</translation>
    </message>
    <message>
        <source>Choose another folder of revisions.</source>
        <translation>Velg en annen revisjonsmappe.</translation>
    </message>
    <message>
        <source>new revision</source>
        <translation>ny revisjon</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 finnes alt.</translation>
    </message>
</context>
<context>
    <name>RevisionFiles</name>
    <message>
        <source>There is no folder %1.</source>
        <translation>Mappen %1 finnes ikke.</translation>
    </message>
    <message>
        <source>Make it, or choose another folder of revisions.</source>
        <translation>Lag den, eller velg en annen revisjonsmappe.</translation>
    </message>
</context>
<context>
    <name>RevisionGraph</name>
    <message>
        <source>The revision %1 is declared twice: %2 and %3.</source>
        <translation>Revisjonen %1 er erklært to ganger: %2 og %3.</translation>
    </message>
    <message>
        <source>A copied file needs an id of its own.</source>
        <translation>En kopiert fil trenger sin egen id.</translation>
    </message>
    <message>
        <source>The revisions form a cycle: %1.</source>
        <translation>Revisjonene går i ring: %1.</translation>
    </message>
    <message>
        <source>Correct down_revision in %1.</source>
        <translation>Rett down_revision i %1.</translation>
    </message>
    <message>
        <source>There is no revision %1.</source>
        <translation>Det finnes ingen revisjon %1.</translation>
    </message>
    <message>
        <source>`roster migrate history` lists them.</source>
        <translation>`roster migrate history` viser dem.</translation>
    </message>
    <message>
        <source>%1 may be any of: %2.</source>
        <translation>%1 kan være en av: %2.</translation>
    </message>
    <message>
        <source>Write more digits.</source>
        <translation>Skriv flere sifre.</translation>
    </message>
</context>
<context>
    <name>RevisionPlan</name>
    <message>
        <source>Comparing the declared tables with the database…</source>
        <translation>Sammenligner de erklærte tabellene med databasen …</translation>
    </message>
    <message>
        <source>--fill %1 names no value.</source>
        <translation>--fill %1 nevner ingen verdi.</translation>
    </message>
    <message>
        <source>Write table.column=value.</source>
        <translation>Skriv tabell.kolonne=verdi.</translation>
    </message>
    <message>
        <source>--fill %1: no declared column has this name.</source>
        <translation>--fill %1: ingen erklært kolonne heter dette.</translation>
    </message>
    <message>
        <source>%1: %2 is no value of %3: %4</source>
        <translation>%1: %2 er ingen verdi av typen %3: %4</translation>
    </message>
    <message>
        <source>Write a value, or an SQL expression in parentheses.</source>
        <translation>Skriv en verdi, eller et SQL-uttrykk i parentes.</translation>
    </message>
</context>
<context>
    <name>RevisionText</name>
    <message>
        <source>Danger</source>
        <translation>Fare</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Advarsel</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Merknad</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Line %1, %2.</source>
        <translation>Linje %1, %2.</translation>
    </message>
    <message>
        <source>No new lock on what was there before.</source>
        <translation>Ingen ny lås på det som var der fra før.</translation>
    </message>
    <message>
        <source>Locks: %1.</source>
        <translation>Låser: %1.</translation>
    </message>
    <message>
        <source>Written anew: %1.</source>
        <translation>Skrevet på nytt: %1.</translation>
    </message>
    <message>
        <source>Applied, not by Roster: its log does not tell when.</source>
        <translation>Kjørt, men ikke av Roster: loggen forteller ikke når.</translation>
    </message>
    <message>
        <source>Marked as applied on %1 by %2.</source>
        <translation>Merket som kjørt %1 av %2.</translation>
    </message>
    <message>
        <source>Applied on %1 by %2.</source>
        <translation>Kjørt %1 av %2.</translation>
    </message>
    <message>
        <source>Alembic manages %1, which is at %2: nothing is pending, and Roster writes nothing unasked.</source>
        <translation>Alembic styrer %1, som står på %2: ingenting venter, og Roster skriver ingenting uoppfordret.</translation>
    </message>
    <message>
        <source>Alembic manages %1, which is at %2. Roster writes nothing unasked.</source>
        <translation>Alembic styrer %1, som står på %2. Roster skriver ingenting uoppfordret.</translation>
    </message>
    <message>
        <source>%1 stands before the first revision.</source>
        <translation>%1 står før den første revisjonen.</translation>
    </message>
    <message>
        <source>%1 is at %2.</source>
        <translation>%1 står på %2.</translation>
    </message>
    <message>
        <source>Nothing is pending.</source>
        <translation>Ingenting venter.</translation>
    </message>
    <message>
        <source>The %1 of %2 stopped half way: %3 of %4 statements stand.</source>
        <translation>%1 av %2 stoppet halvveis: %3 av %4 setninger står.</translation>
    </message>
    <message>
        <source>The row %1 of alembic_version is superfluous: another row stands on it.</source>
        <translation>Raden %1 i alembic_version er overflødig: en annen rad bygger på den.</translation>
    </message>
    <message>
        <source>%1 says something else than its revision; export it again.</source>
        <translation>%1 sier noe annet enn revisjonen sin; eksporter den på nytt.</translation>
    </message>
    <message>
        <source>This connection may only read: nothing can be applied.</source>
        <translation>Denne tilkoblingen kan bare lese: ingenting kan kjøres.</translation>
    </message>
    <message>
        <source>This role may not migrate. An owner can allow it by: %1</source>
        <translation>Denne rollen får ikke migrere. En eier kan tillate det med: %1</translation>
    </message>
    <message>
        <source>One revision is pending: %1.</source>
        <translation>Én revisjon venter: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n revision(s) are pending.</source>
        <translation>
            <numerusform>%n revisjon venter.</numerusform>
            <numerusform>%n revisjoner venter.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, the first one.</source>
        <translation>%1, den første.</translation>
    </message>
    <message>
        <source>%1, stands on %2.</source>
        <translation>%1, bygger på %2.</translation>
    </message>
    <message>
        <source>Needs %1.</source>
        <translation>Trenger %1.</translation>
    </message>
    <message>
        <source>Replaces %1.</source>
        <translation>Erstatter %1.</translation>
    </message>
    <message>
        <source>Runs statement by statement, outside a transaction.</source>
        <translation>Kjøres setning for setning, utenfor en transaksjon.</translation>
    </message>
    <message>
        <source>Built into Roster.</source>
        <translation>Innebygd i Roster.</translation>
    </message>
    <message>
        <source>Its %1 stopped half way (%2 of %3 statements): %4 Go on, undo it, or mark it as done when you have finished it by hand.</source>
        <translation>%1 stoppet halvveis (%2 av %3 setninger): %4 Fortsett, angre den, eller merk den som ferdig når du har fullført den for hånd.</translation>
    </message>
    <message>
        <source>Its file was changed after it was applied: nothing runs before the file is as it was, or the database is marked as being at its present revision.</source>
        <translation>Filen ble endret etter at den ble kjørt: ingenting kjøres før filen er som den var, eller databasen er merket som å stå på revisjonen den står på nå.</translation>
    </message>
    <message>
        <source>Nothing here knows more of it than its id. Name the folder that has it.</source>
        <translation>Ingenting her vet mer om den enn id-en. Oppgi mappen som har den.</translation>
    </message>
    <message>
        <source>A revision of Alembic&apos;s: Roster neither runs nor undoes it.</source>
        <translation>En av Alembics revisjoner: Roster verken kjører eller angrer den.</translation>
    </message>
    <message>
        <source>It needs Python to be read: %1.</source>
        <translation>Den kan bare leses med Python: %1.</translation>
    </message>
    <message>
        <source>Its file is gone; what stands here is from the database&apos;s log.</source>
        <translation>Filen er borte; det som står her, er fra databasens logg.</translation>
    </message>
    <message>
        <source>Built into Roster and not meant for this database, which Alembic manages.</source>
        <translation>Innebygd i Roster og ikke ment for denne databasen, som Alembic styrer.</translation>
    </message>
    <message>
        <source>It cannot be undone: %1</source>
        <translation>Den kan ikke angres: %1</translation>
    </message>
    <message>
        <source>Nothing to object to, as the tables are now.</source>
        <translation>Ingenting å utsette, slik tabellene er nå.</translation>
    </message>
    <message>
        <source>line %1, rule %2</source>
        <translation>linje %1, regel %2</translation>
    </message>
    <message>
        <source>Better:</source>
        <translation>Bedre:</translation>
    </message>
    <message>
        <source>There is nothing to run.</source>
        <translation>Det er ingenting å kjøre.</translation>
    </message>
    <message>
        <source>Tried in a transaction that was rolled back. The locks were real, held to its end.</source>
        <translation>Prøvd i en transaksjon som ble rullet tilbake. Låsene var virkelige og varte til slutten.</translation>
    </message>
    <message>
        <source>Counts as applied: the database has all that it replaces.</source>
        <translation>Regnes som kjørt: databasen har alt det den erstatter.</translation>
    </message>
    <message>
        <source>%1 waits until this database is past what it replaces: %2.</source>
        <translation>%1 venter til denne databasen er forbi det den erstatter: %2.</translation>
    </message>
    <message>
        <source>%1 waits until Alembic&apos;s folder no longer has what it replaces: %2.</source>
        <translation>%1 venter til Alembics mappe ikke lenger har det den erstatter: %2.</translation>
    </message>
    <message>
        <source>This database no longer needs the files that %1 replaces: %2.</source>
        <translation>Denne databasen trenger ikke lenger filene som %1 erstatter: %2.</translation>
    </message>
    <message>
        <source>There are several heads: %1. A merge revision joins them.</source>
        <translation>Det er flere hoder: %1. En sammenslåingsrevisjon forener dem.</translation>
    </message>
</context>
<context>
    <name>RosterSchema</name>
    <message>
        <source>this connection is read-only</source>
        <translation>denne tilkoblingen er skrivebeskyttet</translation>
    </message>
    <message>
        <source>the role lacks rights: GRANT USAGE ON SCHEMA roster TO %1; GRANT SELECT, INSERT, UPDATE ON roster.%2 TO %1</source>
        <translation>rollen mangler rettigheter: GRANT USAGE ON SCHEMA roster TO %1; GRANT SELECT, INSERT, UPDATE ON roster.%2 TO %1</translation>
    </message>
    <message>
        <source>the role may not make the schema roster: GRANT CREATE ON DATABASE %1 TO %2, or have it made by `roster schema init`</source>
        <translation>rollen får ikke lage skjemaet roster: GRANT CREATE ON DATABASE %1 TO %2, eller få det laget med `roster schema init`</translation>
    </message>
    <message>
        <source>roster.%1 was made by a newer Roster.</source>
        <translation>roster.%1 er laget av en nyere Roster.</translation>
    </message>
    <message>
        <source>Use that version, or a later one.</source>
        <translation>Bruk den versjonen, eller en senere.</translation>
    </message>
</context>
<context>
    <name>RowDifference</name>
    <message>
        <source>%1 is no table in the open database.</source>
        <translation>%1 er ingen tabell i den åpne databasen.</translation>
    </message>
    <message>
        <source>%1 has no primary key: nothing says which row is which.</source>
        <translation>%1 har ingen primærnøkkel: ingenting sier hvilken rad som er hvilken.</translation>
    </message>
    <message>
        <source>Restore the backup as a new database and compare there.</source>
        <translation>Gjenopprett sikkerhetskopien som en ny database og sammenlikn der.</translation>
    </message>
    <message>
        <source>The backup&apos;s %1 has no column %2, which is in the live one&apos;s primary key.</source>
        <translation>%1 i sikkerhetskopien har ingen kolonne %2, som er med i primærnøkkelen til den levende.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows are too many to compare at once.</source>
        <translation>
            <numerusform>%n rad er for mye å sammenlikne på en gang.</numerusform>
            <numerusform>%n rader er for mange å sammenlikne på en gang.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose at most %1.</source>
        <translation>Velg høyst %1.</translation>
    </message>
    <message>
        <source>These rows hold %1, which is too much to compare at once.</source>
        <translation>Disse radene rommer %1, som er for mye å sammenlikne på en gang.</translation>
    </message>
    <message>
        <source>Choose fewer rows: at most %1.</source>
        <translation>Velg færre rader: høyst %1.</translation>
    </message>
</context>
<context>
    <name>RowReader</name>
    <message>
        <source>%1.%2: %3 does not fit the declared type.</source>
        <translation>%1.%2: %3 passer ikke til den deklarerte typen.</translation>
    </message>
    <message>
        <source>The table in the database is not the one that this program declares.</source>
        <translation>Tabellen i databasen er ikke den som dette programmet deklarerer.</translation>
    </message>
</context>
<context>
    <name>RowsReader</name>
    <message>
        <source>Stopped.</source>
        <translation>Stoppet.</translation>
    </message>
</context>
<context>
    <name>SchemaCommand</name>
    <message>
        <source>created %1</source>
        <translation>opprettet %1</translation>
    </message>
    <message>
        <source>exists  %1</source>
        <translation>finnes    %1</translation>
    </message>
    <message>
        <source>An index of the declaration is missing: %1</source>
        <translation>En indeks i deklarasjonen mangler: %1</translation>
    </message>
    <message>
        <source>also these tables, which are optional</source>
        <translation>også disse tabellene, som er valgfrie</translation>
    </message>
    <message>
        <source>There are no optional tables %1.</source>
        <translation>Det finnes ingen valgfrie tabeller %1.</translation>
    </message>
    <message>
        <source>There is: %1</source>
        <translation>Det finnes: %1</translation>
    </message>
    <message>
        <source>The schema roster cannot be made.</source>
        <translation>Skjemaet roster kan ikke lages.</translation>
    </message>
    <message>
        <source>The schema roster is there.</source>
        <translation>Skjemaet roster er der.</translation>
    </message>
    <message>
        <source>create the declared tables, compare schemas</source>
        <translation>opprett de deklarerte tabellene, sammenlign skjemaer</translation>
    </message>
    <message>
        <source>create makes the tables that are not there yet and leaves the others alone.
show writes the statements that create would run, and changes nothing; of a SIDE, those that make it out of nothing.
--with adds tables that are made only when asked for: %1.
diff says what differs and ends with 3 where something does. With --sql it writes the statements that make --from into --to, fit for one transaction. It never asks: a name that is on one side only is dropped or added, unless --rename table.column=new or table=new says otherwise.
A SIDE is `declared`, `live` (the database that --url and its like mean), a URL, a .sql file with DDL or from pg_dump -s, or a revision: `head`, an id. Without --from and --to: live and declared.
init makes the schema roster, where Roster keeps the history of seeding;
without it that happens at the first run that the role may record.</source>
        <translation>create oppretter tabellene som ikke finnes ennå, og lar de andre være i fred.
show skriver setningene som create ville kjørt, og endrer ingenting; for en SIDE skriver den setningene som lager den fra ingenting.
--with tar med tabeller som bare opprettes når noen ber om dem: %1.
diff sier hva som er ulikt, og avslutter med 3 når noe er det. Med --sql skriver den setningene som gjør --from til --to, slik at de kan kjøres i én transaksjon. Den spør aldri: et navn som bare finnes på den ene siden, slettes eller opprettes, med mindre --rename tabell.kolonne=ny eller tabell=ny sier noe annet.
En SIDE er `declared`, `live` (databasen som --url og lignende peker på), en URL, en .sql-fil med DDL eller fra pg_dump -s, eller en revisjon: `head`, en id. Uten --from og --to: live og declared.
init oppretter skjemaet roster, der Roster fører historikken over fylling;
uten det skjer det ved den første kjøringen som rollen har lov til å føre.</translation>
    </message>
    <message>
        <source>say what was done, or what differs, as JSON</source>
        <translation>si hva som ble gjort, eller hva som er ulikt, som JSON</translation>
    </message>
    <message>
        <source>write the difference as SQL</source>
        <translation>skriv forskjellen som SQL</translation>
    </message>
    <message>
        <source>what to compare</source>
        <translation>det som skal sammenlignes</translation>
    </message>
    <message>
        <source>what to compare it with</source>
        <translation>det som det skal sammenlignes med</translation>
    </message>
    <message>
        <source>a folder of revisions beside the built-in ones</source>
        <translation>en mappe med revisjoner i tillegg til de innebygde</translation>
    </message>
    <message>
        <source>a table or column that was renamed</source>
        <translation>en tabell eller kolonne som har fått nytt navn</translation>
    </message>
</context>
<context>
    <name>SchemaCreation</name>
    <message>
        <source>The table %1 refers to %2, which is not there and not declared either.</source>
        <translation>Tabellen %1 viser til %2, som verken finnes eller er deklarert.</translation>
    </message>
    <message>
        <source>Declare that table, or create it first.</source>
        <translation>Deklarer den tabellen, eller opprett den først.</translation>
    </message>
</context>
<context>
    <name>SchemaDiff</name>
    <message>
        <source>none</source>
        <translation>ingen</translation>
    </message>
    <message>
        <source>added %1</source>
        <translation>ny: %1</translation>
    </message>
    <message>
        <source>removed %1</source>
        <translation>borte: %1</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>changed %1: %2</source>
        <translation>endret: %1: %2</translation>
    </message>
</context>
<context>
    <name>SchemaDiffCommand</name>
    <message>
        <source>--sql and --json exclude each other.</source>
        <translation>--sql og --json utelukker hverandre.</translation>
    </message>
    <message>
        <source>renamed %1 → %2</source>
        <translation>omdøpt: %1 → %2</translation>
    </message>
    <message>
        <source>No differences.</source>
        <translation>Ingen forskjeller.</translation>
    </message>
    <message>
        <source>Not compared: %1.</source>
        <translation>Ikke sammenlignet: %1.</translation>
    </message>
</context>
<context>
    <name>SchemaObject</name>
    <message>
        <source>schema</source>
        <translation>skjema</translation>
    </message>
    <message>
        <source>extension</source>
        <translation>utvidelse</translation>
    </message>
    <message>
        <source>collation</source>
        <translation>sortering</translation>
    </message>
    <message>
        <source>enum type</source>
        <translation>enum-type</translation>
    </message>
    <message>
        <source>domain</source>
        <translation>domene</translation>
    </message>
    <message>
        <source>composite type</source>
        <translation>sammensatt type</translation>
    </message>
    <message>
        <source>range type</source>
        <translation>intervalltype</translation>
    </message>
    <message>
        <source>domain constraint</source>
        <translation>domeneskranke</translation>
    </message>
    <message>
        <source>sequence</source>
        <translation>sekvens</translation>
    </message>
    <message>
        <source>function</source>
        <translation>funksjon</translation>
    </message>
    <message>
        <source>table</source>
        <translation>tabell</translation>
    </message>
    <message>
        <source>column</source>
        <translation>kolonne</translation>
    </message>
    <message>
        <source>default of</source>
        <translation>standardverdi for</translation>
    </message>
    <message>
        <source>owning column of</source>
        <translation>eierkolonne for</translation>
    </message>
    <message>
        <source>constraint</source>
        <translation>skranke</translation>
    </message>
    <message>
        <source>index</source>
        <translation>indeks</translation>
    </message>
    <message>
        <source>view</source>
        <translation>visning</translation>
    </message>
    <message>
        <source>materialized view</source>
        <translation>materialisert visning</translation>
    </message>
    <message>
        <source>statistics</source>
        <translation>statistikk</translation>
    </message>
    <message>
        <source>foreign key</source>
        <translation>fremmednøkkel</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>regel</translation>
    </message>
    <message>
        <source>trigger</source>
        <translation>trigger</translation>
    </message>
    <message>
        <source>policy</source>
        <translation>policy</translation>
    </message>
    <message>
        <source>event trigger</source>
        <translation>hendelsestrigger</translation>
    </message>
    <message>
        <source>definition</source>
        <translation>definisjon</translation>
    </message>
    <message>
        <source>type</source>
        <translation>type</translation>
    </message>
    <message>
        <source>NOT NULL</source>
        <translation>NOT NULL</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>identitet</translation>
    </message>
    <message>
        <source>numbering</source>
        <translation>nummerering</translation>
    </message>
    <message>
        <source>generated as</source>
        <translation>beregnet som</translation>
    </message>
    <message>
        <source>storage</source>
        <translation>lagring</translation>
    </message>
    <message>
        <source>compression</source>
        <translation>komprimering</translation>
    </message>
    <message>
        <source>statistics target</source>
        <translation>statistikkmål</translation>
    </message>
    <message>
        <source>options</source>
        <translation>innstillinger</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>verdier</translation>
    </message>
    <message>
        <source>base type</source>
        <translation>grunntype</translation>
    </message>
    <message>
        <source>default</source>
        <translation>standardverdi</translation>
    </message>
    <message>
        <source>increment</source>
        <translation>økning</translation>
    </message>
    <message>
        <source>start</source>
        <translation>start</translation>
    </message>
    <message>
        <source>minimum</source>
        <translation>minste verdi</translation>
    </message>
    <message>
        <source>maximum</source>
        <translation>største verdi</translation>
    </message>
    <message>
        <source>cache</source>
        <translation>hurtiglager</translation>
    </message>
    <message>
        <source>cycle</source>
        <translation>omløp</translation>
    </message>
    <message>
        <source>persistence</source>
        <translation>varighet</translation>
    </message>
    <message>
        <source>partitioned by</source>
        <translation>partisjonert etter</translation>
    </message>
    <message>
        <source>partition of</source>
        <translation>partisjon av</translation>
    </message>
    <message>
        <source>partition bound</source>
        <translation>partisjonsgrense</translation>
    </message>
    <message>
        <source>inherits</source>
        <translation>arver fra</translation>
    </message>
    <message>
        <source>of type</source>
        <translation>av type</translation>
    </message>
    <message>
        <source>access method</source>
        <translation>tilgangsmetode</translation>
    </message>
    <message>
        <source>row security</source>
        <translation>radsikkerhet</translation>
    </message>
    <message>
        <source>forced row security</source>
        <translation>tvungen radsikkerhet</translation>
    </message>
    <message>
        <source>replica identity</source>
        <translation>replikaidentitet</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>gyldig</translation>
    </message>
    <message>
        <source>clustered</source>
        <translation>gruppert</translation>
    </message>
    <message>
        <source>enabled</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>populated</source>
        <translation>fylt</translation>
    </message>
    <message>
        <source>columns</source>
        <translation>kolonner</translation>
    </message>
    <message>
        <source>comments of columns</source>
        <translation>kommentarer til kolonner</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>kommentar</translation>
    </message>
    <message>
        <source>foreign data wrapper</source>
        <translation>fremmeddataadapter</translation>
    </message>
    <message>
        <source>foreign server</source>
        <translation>fremmed tjener</translation>
    </message>
    <message>
        <source>text search dictionary</source>
        <translation>tekstsøkordbok</translation>
    </message>
    <message>
        <source>text search configuration</source>
        <translation>tekstsøkoppsett</translation>
    </message>
    <message>
        <source>aggregate</source>
        <translation>aggregat</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>operator</translation>
    </message>
    <message>
        <source>cast</source>
        <translation>typekonvertering</translation>
    </message>
    <message>
        <source>foreign table</source>
        <translation>fremmed tabell</translation>
    </message>
    <message>
        <source>publication</source>
        <translation>publikasjon</translation>
    </message>
    <message>
        <source>operator families</source>
        <translation>operatorfamilier</translation>
    </message>
    <message>
        <source>text search parsers</source>
        <translation>tekstsøktolkere</translation>
    </message>
    <message>
        <source>text search templates</source>
        <translation>tekstsøkmaler</translation>
    </message>
    <message>
        <source>access methods</source>
        <translation>aksessmetoder</translation>
    </message>
    <message>
        <source>conversions</source>
        <translation>tegnsettkonverteringer</translation>
    </message>
    <message>
        <source>transforms</source>
        <translation>transformasjoner</translation>
    </message>
    <message>
        <source>languages</source>
        <translation>språk</translation>
    </message>
    <message>
        <source>user mappings</source>
        <translation>brukertilordninger</translation>
    </message>
    <message>
        <source>base types</source>
        <translation>grunntyper</translation>
    </message>
    <message>
        <source>subscriptions</source>
        <translation>abonnementer</translation>
    </message>
    <message>
        <source>settings of columns</source>
        <translation>innstillinger for kolonner</translation>
    </message>
</context>
<context>
    <name>SchemaSide</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kan ikke leses: %2.</translation>
    </message>
    <message>
        <source>Name a .sql file, a URL, a revision or `declared`.</source>
        <translation>Oppgi en .sql-fil, en URL, en revisjon eller `declared`.</translation>
    </message>
</context>
<context>
    <name>SeedBatches</name>
    <message>
        <source>This role may not read the history of seeding.</source>
        <translation>Denne rollen får ikke lese historikken over fylling.</translation>
    </message>
    <message>
        <source>There is no batch %1.</source>
        <translation>Det finnes ingen kjøring %1.</translation>
    </message>
    <message>
        <source>%1: removing rows</source>
        <translation>%1: fjerner rader</translation>
    </message>
    <message>
        <source>The seeder %1, which made these rows, is not there any more.</source>
        <translation>Seederen %1, som laget disse radene, finnes ikke lenger.</translation>
    </message>
    <message>
        <source>Use the Roster that made them.</source>
        <translation>Bruk den Roster som laget dem.</translation>
    </message>
    <message>
        <source>These rows were made by version %1 of the seeder; this one is version %2 and would make other rows.</source>
        <translation>Disse radene ble laget av versjon %1 av seederen; denne er versjon %2 og ville laget andre rader.</translation>
    </message>
    <message>
        <source>Use the Roster that made them, or replace the rows.</source>
        <translation>Bruk den Roster som laget dem, eller erstatt radene.</translation>
    </message>
    <message>
        <source>%1: making the rows again</source>
        <translation>%1: lager radene på nytt</translation>
    </message>
    <message>
        <source>`roster seed history` lists them.</source>
        <translation>`roster seed history` lister dem.</translation>
    </message>
    <message>
        <source>The rows of batch %1 were replaced by a later run.</source>
        <translation>Radene i kjøring %1 er erstattet av en senere kjøring.</translation>
    </message>
    <message>
        <source>The rows of batch %1 were already taken back.</source>
        <translation>Radene i kjøring %1 er alt tatt tilbake.</translation>
    </message>
    <message>
        <source>This role may not change the history of seeding.</source>
        <translation>Denne rollen får ikke endre historikken over fylling.</translation>
    </message>
</context>
<context>
    <name>SeedCharts</name>
    <message>
        <source>rows</source>
        <translation>rader</translation>
    </message>
    <message>
        <source>others</source>
        <translation>andre</translation>
    </message>
</context>
<context>
    <name>SeedCommand</name>
    <message>
        <source>fill tables with made-up rows</source>
        <translation>fyll tabeller med oppdiktede rader</translation>
    </message>
    <message>
        <source>how many rows; else the seeder&apos;s own number</source>
        <translation>hvor mange rader; ellers seederens eget antall</translation>
    </message>
    <message>
        <source>a whole number, 1 if not given</source>
        <translation>et heltall, 1 om det ikke er oppgitt</translation>
    </message>
    <message>
        <source>keep the rows that are there</source>
        <translation>behold radene som finnes</translation>
    </message>
    <message>
        <source>begin with the known rows that tests rely on</source>
        <translation>begynn med de kjente radene som tester bygger på</translation>
    </message>
    <message>
        <source>say as JSON what was done</source>
        <translation>si som JSON hva som ble gjort</translation>
    </message>
    <message numerus="yes">
        <source>%1: rows replaced by %Ln new one(s) in %2 s.</source>
        <translation>
            <numerusform>%1: radene er erstattet av %Ln ny på %2 s.</numerusform>
            <numerusform>%1: radene er erstattet av %Ln nye på %2 s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln row(s) added in %2 s.</source>
        <translation>
            <numerusform>%1: %Ln rad lagt til på %2 s.</numerusform>
            <numerusform>%1: %Ln rader lagt til på %2 s.</numerusform>
        </translation>
    </message>
    <message>
        <source>Which seeder? Its name is missing.</source>
        <translation>Hvilken seeder? Navnet mangler.</translation>
    </message>
    <message>
        <source>There is: %1</source>
        <translation>Disse finnes: %1</translation>
    </message>
    <message>
        <source>There is no seeder %1.</source>
        <translation>Seederen %1 finnes ikke.</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>Mente du %1?</translation>
    </message>
    <message>
        <source>--random-seed takes a whole number from 0 to 2^64 - 1, not %1.</source>
        <translation>--random-seed tar et heltall fra 0 til 2^64 - 1, ikke %1.</translation>
    </message>
    <message>
        <source>The rows that are there are replaced and the ids begin at 1 again, unless
--append or --top-up-to is given; a failure leaves the old rows. The same number of
rows and the same random seed give the same rows, on every machine.
Where rows would go that no seeder made, it asks for the database&apos;s name.
remove takes a run&apos;s rows back, but for what somebody edited since.
--table fills any table by what the database says of it. A recipe for a column is
one of: null, const:X, values:A|B|C, range:1..100, name, words, number;
null:20%,RECIPE makes a fifth of the values NULL.
On a database that counts as production it refuses.</source>
        <translation>Radene som finnes, blir erstattet, og id-ene begynner på 1 igjen, hvis ikke
--append eller --top-up-to er gitt; går noe galt, blir de gamle radene stående.
Samme antall rader og samme frø gir de samme radene, på alle maskiner.
Der rader ville forsvinne som ingen seeder har laget, spør den etter navnet på databasen.
remove tar radene fra en kjøring tilbake, unntatt det noen har endret siden.
--table fyller en hvilken som helst tabell etter det databasen sier om den. En oppskrift
for en kolonne er en av: null, const:X, values:A|B|C, range:1..100, name, words, number;
null:20%,OPPSKRIFT gjør en femdel av verdiene til NULL.
På en database som regnes som produksjon, nekter den.</translation>
    </message>
    <message>
        <source>--%1 takes a whole number, not %2.</source>
        <translation>--%1 tar et heltall, ikke %2.</translation>
    </message>
    <message>
        <source>--%1 takes NAME=VALUE, not %2.</source>
        <translation>--%1 tar NAVN=VERDI, ikke %2.</translation>
    </message>
    <message>
        <source>--top-up-to goes with neither --rows nor --append.</source>
        <translation>--top-up-to går verken sammen med --rows eller --append.</translation>
    </message>
    <message>
        <source>There is: %1. Or name any table: --table %2</source>
        <translation>Det finnes: %1. Eller nevn en hvilken som helst tabell: --table %2</translation>
    </message>
    <message>
        <source>Name one seeder, or one table by --table, or all by --all.</source>
        <translation>Nevn én seeder, eller én tabell med --table, eller alle med --all.</translation>
    </message>
    <message>
        <source>--all takes each seeder&apos;s own number of rows and options.</source>
        <translation>--all bruker hver seeders eget antall rader og egne valg.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln row(s) would go, and not all of them were made by a seeder.</source>
        <translation>
            <numerusform>%1: %Ln rad ville forsvinne, og den er ikke laget av en seeder.</numerusform>
            <numerusform>%1: %Ln rader ville forsvinne, og ikke alle er laget av en seeder.</numerusform>
        </translation>
    </message>
    <message>
        <source>If they may go, type the database&apos;s name (%1):</source>
        <translation>Hvis de kan forsvinne, skriv navnet på databasen (%1):</translation>
    </message>
    <message>
        <source>add as many rows as are missing to so many</source>
        <translation>legg til så mange rader som mangler til dette antallet</translation>
    </message>
    <message>
        <source>an option of the seeder, see `seed list`</source>
        <translation>et valg for seederen, se `seed list`</translation>
    </message>
    <message>
        <source>fill this table by what the database says of it</source>
        <translation>fyll denne tabellen etter det databasen sier om den</translation>
    </message>
    <message>
        <source>with --table: how to fill one column</source>
        <translation>med --table: hvordan én kolonne fylles</translation>
    </message>
    <message>
        <source>every seeder whose table is there, in one transaction</source>
        <translation>alle seedere med en tabell som finnes, i én transaksjon</translation>
    </message>
    <message>
        <source>try it with up to a thousand rows, and take them back</source>
        <translation>prøv med opptil tusen rader, og ta dem tilbake</translation>
    </message>
    <message>
        <source>the database&apos;s name: rows that no seeder made may go</source>
        <translation>navnet på databasen: rader som ingen seeder har laget, kan forsvinne</translation>
    </message>
    <message>
        <source>text</source>
        <translation>tekst</translation>
    </message>
    <message>
        <source>This run is not recorded, so it cannot be taken back later: %1.</source>
        <translation>Denne kjøringen blir ikke husket, så den kan ikke tas tilbake senere: %1.</translation>
    </message>
    <message>
        <source>Which batch? Its number is missing.</source>
        <translation>Hvilken kjøring? Nummeret mangler.</translation>
    </message>
    <message>
        <source>`roster seed history` lists them.</source>
        <translation>`roster seed history` lister dem.</translation>
    </message>
    <message numerus="yes">
        <source>%1: the rows would be replaced by %Ln new one(s). Tried and taken back.</source>
        <translation>
            <numerusform>%1: radene ville bli erstattet av %Ln ny. Prøvd og tatt tilbake.</numerusform>
            <numerusform>%1: radene ville bli erstattet av %Ln nye. Prøvd og tatt tilbake.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln row(s) would be added. Tried and taken back.</source>
        <translation>
            <numerusform>%1: %Ln rad ville bli lagt til. Prøvd og tatt tilbake.</numerusform>
            <numerusform>%1: %Ln rader ville bli lagt til. Prøvd og tatt tilbake.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln row(s) would be removed.</source>
        <translation>
            <numerusform>%1: %Ln rad ville bli fjernet.</numerusform>
            <numerusform>%1: %Ln rader ville bli fjernet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln row(s) removed.</source>
        <translation>
            <numerusform>%1: %Ln rad fjernet.</numerusform>
            <numerusform>%1: %Ln rader fjernet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left: %Ln row(s) that were edited, or are other rows with their keys.</source>
        <translation>
            <numerusform>Blir stående: %Ln rad som er endret, eller er en annen rad med samme nøkkel.</numerusform>
            <numerusform>Blir stående: %Ln rader som er endret, eller er andre rader med samme nøkler.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left: %Ln row(s) that rows of other tables refer to: %1.</source>
        <translation>
            <numerusform>Blir stående: %Ln rad som rader i andre tabeller viser til: %1.</numerusform>
            <numerusform>Blir stående: %Ln rader som rader i andre tabeller viser til: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not there any more: %Ln row(s).</source>
        <translation>
            <numerusform>Finnes ikke lenger: %Ln rad.</numerusform>
            <numerusform>Finnes ikke lenger: %Ln rader.</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows that would go or change with them: %1.</source>
        <translation>Rader som ville forsvinne eller bli endret med dem: %1.</translation>
    </message>
    <message>
        <source>Rows that went or changed with them: %1.</source>
        <translation>Rader som forsvant eller ble endret med dem: %1.</translation>
    </message>
    <message>
        <source>--%1 %2 is written twice.</source>
        <translation>--%1 %2 er skrevet to ganger.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) more were made, and left out by a trigger of the table.</source>
        <translation>
            <numerusform>%Ln rad til ble laget, og utelatt av en utløser på tabellen.</numerusform>
            <numerusform>%Ln rader til ble laget, og utelatt av en utløser på tabellen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left: %Ln row(s) whose values were changed when they were written, by a trigger, say, so that they do not equal what was made.</source>
        <translation>
            <numerusform>Blir stående: %Ln rad med verdier som ble endret da den ble skrevet, for eksempel av en utløser, så den ikke er lik det som ble laget.</numerusform>
            <numerusform>Blir stående: %Ln rader med verdier som ble endret da de ble skrevet, for eksempel av en utløser, så de ikke er lik det som ble laget.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeedJob</name>
    <message numerus="yes">
        <source>Seed %n row(s) into %1</source>
        <translation>
            <numerusform>Fyll %1 med %Ln rad</numerusform>
            <numerusform>Fyll %1 med %Ln rader</numerusform>
        </translation>
    </message>
    <message>
        <source>No seeder fills %1.</source>
        <translation>Ingen seeder fyller %1.</translation>
    </message>
</context>
<context>
    <name>SeedJobs</name>
    <message>
        <source>There is no seeder %1.</source>
        <translation>Seederen %1 finnes ikke.</translation>
    </message>
    <message>
        <source>Read what the seeders would meet</source>
        <translation>Les det seederne ville møte</translation>
    </message>
    <message>
        <source>Read how %1 can be filled</source>
        <translation>Les hvordan %1 kan fylles</translation>
    </message>
    <message>
        <source>Look what seeding would replace: %1</source>
        <translation>Se hva fyllingen ville erstatte: %1</translation>
    </message>
    <message>
        <source>Preview of %1</source>
        <translation>Forhåndsvisning av %1</translation>
    </message>
    <message>
        <source>Seed: %1</source>
        <translation>Fyll: %1</translation>
    </message>
    <message>
        <source>Dry run: %1</source>
        <translation>Prøvekjøring: %1</translation>
    </message>
    <message>
        <source>Remove batch %1</source>
        <translation>Fjern kjøring %1</translation>
    </message>
    <message>
        <source>Look what removing batch %1 would take</source>
        <translation>Se hva som går med kjøring %1</translation>
    </message>
    <message>
        <source>Create the table %1</source>
        <translation>Opprett tabellen %1</translation>
    </message>
</context>
<context>
    <name>SeedOption</name>
    <message>
        <source>There is no option %1.</source>
        <translation>Det finnes ikke noe valg %1.</translation>
    </message>
    <message>
        <source>This seeder has none.</source>
        <translation>Denne seederen har ingen.</translation>
    </message>
    <message>
        <source>There is: %1</source>
        <translation>Det finnes: %1</translation>
    </message>
    <message>
        <source>%1 cannot be %2.</source>
        <translation>%1 kan ikke være %2.</translation>
    </message>
    <message>
        <source>It is one of: %1</source>
        <translation>Det er én av: %1</translation>
    </message>
    <message>
        <source>It is a whole number from %1 to %2.</source>
        <translation>Det er et heltall fra %1 til %2.</translation>
    </message>
</context>
<context>
    <name>SeedOverview</name>
    <message>
        <source>This connection is read-only, so no rows can be written.</source>
        <translation>Denne tilkoblingen er skrivebeskyttet, så ingen rader kan skrives.</translation>
    </message>
    <message>
        <source>The server is a standby: connect to the one it follows.</source>
        <translation>Tjeneren er en reserve: koble til den som den følger.</translation>
    </message>
    <message>
        <source>Connect without read-only, or as another role.</source>
        <translation>Koble til uten skrivebeskyttelse, eller med en annen rolle.</translation>
    </message>
</context>
<context>
    <name>SeedRunner</name>
    <message>
        <source>The seeder %1 has no fixture.</source>
        <translation>Seederen %1 har ingen faste rader.</translation>
    </message>
    <message>
        <source>The seeder %1 cannot make %2 rows.</source>
        <translation>Seederen %1 kan ikke lage %2 rader.</translation>
    </message>
    <message>
        <source>It makes %1 at most.</source>
        <translation>Den lager høyst %1.</translation>
    </message>
    <message>
        <source>The fixture of %1 has more rows than that.</source>
        <translation>%1 har flere faste rader enn som så.</translation>
    </message>
    <message numerus="yes">
        <source>Ask for %n row(s) or more.</source>
        <translation>
            <numerusform>Be om %Ln rad eller mer.</numerusform>
            <numerusform>Be om %Ln rader eller flere.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 counts as production, so no made-up rows are written to it.</source>
        <translation>%1 regnes som produksjon, så ingen oppdiktede rader skrives dit.</translation>
    </message>
    <message>
        <source>If it is not: say so in the profile, and in the database by ALTER DATABASE … SET roster.environment = &apos;development&apos;.</source>
        <translation>Er den ikke det: si fra i profilen, og i databasen med ALTER DATABASE … SET roster.environment = &apos;development&apos;.</translation>
    </message>
    <message>
        <source>There is no table %1.</source>
        <translation>Tabellen %1 finnes ikke.</translation>
    </message>
    <message>
        <source>Its rows collide with each other or with rows that stay: replace the rows instead, choose another random seed, or ask for fewer.</source>
        <translation>Radene kolliderer med hverandre eller med rader som blir stående: erstatt radene i stedet, velg et annet frø, eller be om færre.</translation>
    </message>
    <message>
        <source>No value is made for this column: give it a default, or let it be NULL.</source>
        <translation>Ingen verdi lages til denne kolonnen: gi den en standardverdi, eller la den være NULL.</translation>
    </message>
    <message>
        <source>The column is too small for what is made: widen it.</source>
        <translation>Kolonnen er for liten til det som lages: utvid den.</translation>
    </message>
    <message>
        <source>Have the right granted to this role, or seed as another one.</source>
        <translation>Få rettigheten gitt til denne rollen, eller fyll som en annen.</translation>
    </message>
    <message>
        <source>Free space on the server, or ask for fewer rows.</source>
        <translation>Frigjør plass på serveren, eller be om færre rader.</translation>
    </message>
    <message>
        <source>A trigger of the table refuses the rows. Disable it for the time, or choose options that it accepts.</source>
        <translation>En utløser på tabellen avviser radene. Slå den av så lenge, eller gjør valg som den godtar.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Ingenting ble endret.</translation>
    </message>
    <message>
        <source>This role may not read and insert rows in %1.</source>
        <translation>Denne rollen får ikke lese og sette inn rader i %1.</translation>
    </message>
    <message>
        <source>Have it granted: GRANT SELECT, INSERT ON %1 TO %2</source>
        <translation>Få den gitt: GRANT SELECT, INSERT ON %1 TO %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln row(s))</source>
        <translation>
            <numerusform>%1 (%Ln rad)</numerusform>
            <numerusform>%1 (%Ln rader)</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows would go that no seeder made, or that were edited since: %1.</source>
        <translation>Rader ville forsvinne som ingen seeder har laget, eller som er endret siden: %1.</translation>
    </message>
    <message>
        <source>%1.%2 is generated by the server, so no value can be written to it.</source>
        <translation>%1.%2 regnes ut av serveren, så ingen verdi kan skrives dit.</translation>
    </message>
    <message>
        <source>The table %1 has no column %2.</source>
        <translation>Tabellen %1 har ingen kolonne %2.</translation>
    </message>
    <message>
        <source>%1: %2 rows are asked for, and %3 can be made.</source>
        <translation>%1: det bes om %2 rader, og %3 kan lages.</translation>
    </message>
    <message>
        <source>Its rows must differ from each other, and refer to rows of other tables: fill those first, or ask for fewer.</source>
        <translation>Radene må være forskjellige og vise til rader i andre tabeller: fyll dem først, eller be om færre.</translation>
    </message>
    <message>
        <source>%1: removing the old rows</source>
        <translation>%1: fjerner de gamle radene</translation>
    </message>
    <message>
        <source>%1: writing rows</source>
        <translation>%1: skriver rader</translation>
    </message>
    <message>
        <source>The rows do not meet this check: choose other options or recipes, or look whether the check is meant so.</source>
        <translation>Radene oppfyller ikke denne kontrollen: velg andre valg eller oppskrifter, eller se om kontrollen er ment slik.</translation>
    </message>
    <message>
        <source>Fill the table that it refers to first, or run all seeders.</source>
        <translation>Fyll først tabellen den viser til, eller kjør alle seedere.</translation>
    </message>
    <message>
        <source>Rows of %1 refer to these. Remove those first, or keep the rows that are there.</source>
        <translation>Rader i %1 viser til disse. Fjern dem først, eller behold radene som er der.</translation>
    </message>
    <message>
        <source>Create it first.</source>
        <translation>Lag den først.</translation>
    </message>
    <message>
        <source>If they may go, type the database&apos;s name, %1. Or keep the rows that are there.</source>
        <translation>Hvis de kan forsvinne, skriv navnet på databasen, %1. Eller behold radene som er der.</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 eller %2</translation>
    </message>
    <message>
        <source>The table is not as it is declared. Fill it as any other table, by what the database says of it.</source>
        <translation>Tabellen er ikke slik den er deklarert. Fyll den som enhver annen tabell, etter det databasen sier om den.</translation>
    </message>
    <message>
        <source>%1 has no column that values could be written to.</source>
        <translation>%1 har ingen kolonne som det kunne skrives verdier til.</translation>
    </message>
    <message>
        <source>No partition takes this row: make one for its value, or choose other options or recipes.</source>
        <translation>Ingen partisjon tar imot denne raden: lag en for verdien dens, eller velg andre valg eller oppskrifter.</translation>
    </message>
    <message>
        <source>%1 is marked as “%2”, which is none of development, staging and production and so counts as production: no made-up rows are written to it.</source>
        <translation>%1 er merket «%2», som verken er development, staging eller production og derfor regnes som produksjon: ingen oppdiktede rader skrives dit.</translation>
    </message>
    <message>
        <source>If it is not: ALTER DATABASE … SET roster.environment = &apos;development&apos;.</source>
        <translation>Hvis det ikke er det: ALTER DATABASE … SET roster.environment = &apos;development&apos;.</translation>
    </message>
    <message>
        <source>%1: waiting for another run to end</source>
        <translation>%1: venter på at en annen kjøring skal bli ferdig</translation>
    </message>
    <message>
        <source>%1 is Roster&apos;s own record; no made-up rows are written to it.</source>
        <translation>%1 er Rosters egen logg; ingen oppdiktede rader skrives dit.</translation>
    </message>
    <message>
        <source>%1 is locked by %2.</source>
        <translation>%1 er låst av %2.</translation>
    </message>
    <message>
        <source>Nothing was changed. Run it again when that session has ended its transaction.</source>
        <translation>Ingenting ble endret. Kjør på nytt når den økten har avsluttet transaksjonen sin.</translation>
    </message>
    <message>
        <source>Replacing the rows of %1 takes along those that refer to them. Your role needs SELECT and DELETE on each such table (GRANT); adding rows to those that are there does not.</source>
        <translation>Å erstatte radene i %1 tar med seg dem som viser til dem. Rollen din trenger SELECT og DELETE på hver slik tabell (GRANT); å legge til rader ved siden av dem som finnes, gjør det ikke.</translation>
    </message>
</context>
<context>
    <name>SeedText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 t %2 min</translation>
    </message>
    <message>
        <source>~%1 rows</source>
        <translation>~%1 rader</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln rad</numerusform>
            <numerusform>%Ln rader</numerusform>
        </translation>
    </message>
    <message>
        <source>No run is recorded yet.</source>
        <translation>Ingen kjøring er ført ennå.</translation>
    </message>
    <message numerus="yes">
        <source>Last run: %1 UTC by %2, %Ln row(s), random seed %3</source>
        <translation>
            <numerusform>Siste kjøring: %1 UTC av %2, %Ln rad, frø %3</numerusform>
            <numerusform>Siste kjøring: %1 UTC av %2, %Ln rader, frø %3</numerusform>
        </translation>
    </message>
    <message>
        <source>in the table</source>
        <translation>i tabellen</translation>
    </message>
    <message>
        <source>replaced since</source>
        <translation>erstattet siden</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>fjernet</translation>
    </message>
    <message numerus="yes">
        <source>Dry run: the rows of %1 would be replaced by %Ln new one(s). It was tried and taken back.</source>
        <translation>
            <numerusform>Prøvekjøring: radene i %1 ville bli erstattet av %Ln ny. Det ble prøvd og tatt tilbake.</numerusform>
            <numerusform>Prøvekjøring: radene i %1 ville bli erstattet av %Ln nye. Det ble prøvd og tatt tilbake.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dry run: %Ln row(s) would be added to %1. It was tried and taken back.</source>
        <translation>
            <numerusform>Prøvekjøring: %Ln rad ville bli lagt til i %1. Det ble prøvd og tatt tilbake.</numerusform>
            <numerusform>Prøvekjøring: %Ln rader ville bli lagt til i %1. Det ble prøvd og tatt tilbake.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The rows of %1 were replaced by %Ln new one(s) in %2 s.</source>
        <translation>
            <numerusform>Radene i %1 ble erstattet av %Ln ny på %2 s.</numerusform>
            <numerusform>Radene i %1 ble erstattet av %Ln nye på %2 s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) were added to %1 in %2 s.</source>
        <translation>
            <numerusform>%Ln rad ble lagt til i %1 på %2 s.</numerusform>
            <numerusform>%Ln rader ble lagt til i %1 på %2 s.</numerusform>
        </translation>
    </message>
    <message>
        <source>The run is not recorded, so it cannot be taken back later: %1.</source>
        <translation>Kjøringen er ikke ført, så den kan ikke tas tilbake senere: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) will be removed from %1.</source>
        <translation>
            <numerusform>%Ln rad blir fjernet fra %1.</numerusform>
            <numerusform>%Ln rader blir fjernet fra %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) were removed from %1.</source>
        <translation>
            <numerusform>%Ln rad ble fjernet fra %1.</numerusform>
            <numerusform>%Ln rader ble fjernet fra %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left: %Ln row(s) that somebody edited since, or that are other rows with their keys.</source>
        <translation>
            <numerusform>Blir stående: %Ln rad som noen har endret siden, eller som er en annen rad med samme nøkkel.</numerusform>
            <numerusform>Blir stående: %Ln rader som noen har endret siden, eller som er andre rader med samme nøkler.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left: %Ln row(s) that rows of other tables refer to (%1).</source>
        <translation>
            <numerusform>Blir stående: %Ln rad som rader i andre tabeller viser til (%1).</numerusform>
            <numerusform>Blir stående: %Ln rader som rader i andre tabeller viser til (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not there any more: %Ln row(s).</source>
        <translation>
            <numerusform>Ikke der lenger: %Ln rad.</numerusform>
            <numerusform>Ikke der lenger: %Ln rader.</numerusform>
        </translation>
    </message>
    <message>
        <source>no longer in the table</source>
        <translation>ikke lenger i tabellen</translation>
    </message>
    <message>
        <source>%1 of them removed</source>
        <translation>%1 av dem fjernet</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) more were made, and left out by a trigger of the table.</source>
        <translation>
            <numerusform>%Ln rad til ble laget, og utelatt av en utløser på tabellen.</numerusform>
            <numerusform>%Ln rader til ble laget, og utelatt av en utløser på tabellen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left: %Ln row(s) whose values were changed when they were written, by a trigger, say, so that they do not equal what was made.</source>
        <translation>
            <numerusform>Blir stående: %Ln rad med verdier som ble endret da den ble skrevet, for eksempel av en utløser, så den ikke er lik det som ble laget.</numerusform>
            <numerusform>Blir stående: %Ln rader med verdier som ble endret da de ble skrevet, for eksempel av en utløser, så de ikke er lik det som ble laget.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Seeder</name>
    <message>
        <source>%1.%2 must refer to a row of %3, and there is none.</source>
        <translation>%1.%2 må vise til en rad i %3, og det finnes ingen.</translation>
    </message>
    <message>
        <source>Fill that table first.</source>
        <translation>Fyll den tabellen først.</translation>
    </message>
    <message>
        <source>A table whose every row needs another of its own cannot be begun: add the first row by hand, or let the column be NULL.</source>
        <translation>En tabell der hver rad trenger en annen av tabellens egne, kan ikke påbegynnes: legg til den første raden for hånd, eller la kolonnen være NULL.</translation>
    </message>
    <message>
        <source>Each of the two tables needs a row of the other: add the first rows by hand, in one transaction with a deferred key, or let one of the columns be NULL.</source>
        <translation>Hver av de to tabellene trenger en rad i den andre: legg til de første radene for hånd, i én transaksjon med en utsatt nøkkel, eller la en av kolonnene være NULL.</translation>
    </message>
</context>
<context>
    <name>ServerInfo</name>
    <message>
        <source>%1@this computer/%2</source>
        <translation>%1@denne maskinen/%2</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Cancelled.</source>
        <translation>Avbrutt.</translation>
    </message>
    <message>
        <source>Connection parameter %1: a semicolon cannot be passed on.</source>
        <translation>Tilkoblingsparameteren %1: et semikolon kan ikke sendes videre.</translation>
    </message>
    <message>
        <source>Use a path without a semicolon.</source>
        <translation>Bruk en sti uten semikolon.</translation>
    </message>
    <message>
        <source>The text holds a NUL character, which PostgreSQL cannot store.</source>
        <translation>Teksten har et NUL-tegn, som PostgreSQL ikke kan lagre.</translation>
    </message>
    <message>
        <source>Remove it and try again.</source>
        <translation>Fjern det og prøv igjen.</translation>
    </message>
</context>
<context>
    <name>SqlError</name>
    <message>
        <source>Another session holds the lock. Try again when it is done.</source>
        <translation>En annen økt holder låsen. Prøv igjen når den er ferdig.</translation>
    </message>
    <message>
        <source>The server&apos;s statement_timeout ended it. Narrow the filter, or raise the timeout for this role.</source>
        <translation>Tjenerens statement_timeout avsluttet den. Snevre inn filteret, eller øk tidsgrensen for denne rollen.</translation>
    </message>
    <message>
        <source>This connection is read-only.</source>
        <translation>Denne tilkoblingen er skrivebeskyttet.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Avbrutt.</translation>
    </message>
    <message>
        <source>The connection to the server was lost.</source>
        <translation>Forbindelsen til tjeneren ble brutt.</translation>
    </message>
    <message>
        <source>The server gave no answer.</source>
        <translation>Tjeneren svarte ikke.</translation>
    </message>
    <message>
        <source>The password of %3 is not right for %1.</source>
        <translation>Passordet til %3 stemmer ikke for %1.</translation>
    </message>
    <message>
        <source>Check user name and password.</source>
        <translation>Kontroller brukernavn og passord.</translation>
    </message>
    <message>
        <source>%1 asks for a password and none was given.</source>
        <translation>%1 ber om et passord, og ingen er oppgitt.</translation>
    </message>
    <message>
        <source>Enter it, or put it into ~/.pgpass.</source>
        <translation>Skriv det inn, eller legg det i ~/.pgpass.</translation>
    </message>
    <message>
        <source>%1 knows no role %3.</source>
        <translation>%1 kjenner ingen rolle %3.</translation>
    </message>
    <message>
        <source>Check the user name.</source>
        <translation>Kontroller brukernavnet.</translation>
    </message>
    <message>
        <source>The role %3 may not log in at %1.</source>
        <translation>Rollen %3 har ikke lov til å logge inn på %1.</translation>
    </message>
    <message>
        <source>Use another role, or have it given LOGIN.</source>
        <translation>Bruk en annen rolle, eller få den tildelt LOGIN.</translation>
    </message>
    <message>
        <source>%1 lets %3 in only from the system account of the same name.</source>
        <translation>%1 slipper bare inn %3 fra systemkontoen med samme navn.</translation>
    </message>
    <message>
        <source>Connect by host name with a password, or as that account.</source>
        <translation>Koble til via vertsnavn og passord, eller som den kontoen.</translation>
    </message>
    <message>
        <source>There is no database %2 on %1.</source>
        <translation>Det finnes ingen database %2 på %1.</translation>
    </message>
    <message>
        <source>Check the database&apos;s name.</source>
        <translation>Kontroller navnet på databasen.</translation>
    </message>
    <message>
        <source>The database %2 on %1 takes no connections.</source>
        <translation>Databasen %2 på %1 tar ikke imot tilkoblinger.</translation>
    </message>
    <message>
        <source>Choose another database.</source>
        <translation>Velg en annen database.</translation>
    </message>
    <message>
        <source>%3 may not connect to the database %2 on %1.</source>
        <translation>%3 har ikke lov til å koble til databasen %2 på %1.</translation>
    </message>
    <message>
        <source>Have CONNECT granted to the role.</source>
        <translation>Få tildelt CONNECT til rollen.</translation>
    </message>
    <message>
        <source>The host of %1 is not known.</source>
        <translation>Verten i %1 er ukjent.</translation>
    </message>
    <message>
        <source>Check its spelling and the network.</source>
        <translation>Kontroller skrivemåten og nettverket.</translation>
    </message>
    <message>
        <source>Nothing listens at %1.</source>
        <translation>Ingenting lytter på %1.</translation>
    </message>
    <message>
        <source>Check host and port, and that the server runs.</source>
        <translation>Kontroller vert og port, og at tjeneren kjører.</translation>
    </message>
    <message>
        <source>No server is running at %1.</source>
        <translation>Ingen tjener kjører på %1.</translation>
    </message>
    <message>
        <source>Start it, or check host and port.</source>
        <translation>Start den, eller kontroller vert og port.</translation>
    </message>
    <message>
        <source>The socket at %1 may not be used by this account.</source>
        <translation>Denne kontoen har ikke lov til å bruke socketen på %1.</translation>
    </message>
    <message>
        <source>Connect over TCP, or as another account.</source>
        <translation>Koble til over TCP, eller som en annen konto.</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 svarer ikke.</translation>
    </message>
    <message>
        <source>Check the network, the firewall and the port.</source>
        <translation>Kontroller nettverket, brannmuren og porten.</translation>
    </message>
    <message>
        <source>%1 offers no TLS, and this connection requires it.</source>
        <translation>%1 tilbyr ikke TLS, og denne tilkoblingen krever det.</translation>
    </message>
    <message>
        <source>Choose another sslmode only if the network is trusted.</source>
        <translation>Velg en annen sslmode bare hvis nettverket er til å stole på.</translation>
    </message>
    <message>
        <source>%1 does not let %3 into %2 from here.</source>
        <translation>%1 slipper ikke %3 inn i databasen %2 herfra.</translation>
    </message>
    <message>
        <source>Ask its administrator for an entry in pg_hba.conf.</source>
        <translation>Be administratoren om en oppføring i pg_hba.conf.</translation>
    </message>
    <message>
        <source>%1 accepts %3 only over TLS, or not at all.</source>
        <translation>%1 godtar %3 bare over TLS, eller ikke i det hele tatt.</translation>
    </message>
    <message>
        <source>Set sslmode to require, or ask for an entry in pg_hba.conf.</source>
        <translation>Sett sslmode til require, eller be om en oppføring i pg_hba.conf.</translation>
    </message>
    <message>
        <source>There is no root certificate to check %1 against.</source>
        <translation>Det finnes ikke noe rotsertifikat å kontrollere %1 mot.</translation>
    </message>
    <message>
        <source>Name its file by sslrootcert, or choose another sslmode.</source>
        <translation>Oppgi filen med sslrootcert, eller velg en annen sslmode.</translation>
    </message>
    <message>
        <source>The TLS certificate at %1 belongs to another host.</source>
        <translation>TLS-sertifikatet på %1 tilhører en annen vert.</translation>
    </message>
    <message>
        <source>Use the name that stands in the certificate; somebody else may be answering.</source>
        <translation>Bruk navnet som står i sertifikatet. Det kan være noen andre som svarer.</translation>
    </message>
    <message>
        <source>The TLS certificate of %1 was not accepted.</source>
        <translation>TLS-sertifikatet til %1 ble ikke godtatt.</translation>
    </message>
    <message>
        <source>Check sslmode, sslrootcert and the host name.</source>
        <translation>Kontroller sslmode, sslrootcert og vertsnavnet.</translation>
    </message>
    <message>
        <source>%1 has no free connection for %3.</source>
        <translation>%1 har ingen ledig tilkobling for %3.</translation>
    </message>
    <message>
        <source>Close other sessions, or raise the limit.</source>
        <translation>Lukk andre økter, eller øk grensen.</translation>
    </message>
    <message>
        <source>%1 is starting or stopping.</source>
        <translation>%1 starter eller stopper.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Prøv igjen om et øyeblikk.</translation>
    </message>
    <message>
        <source>The connection service is not defined.</source>
        <translation>Tilkoblingstjenesten er ikke definert.</translation>
    </message>
    <message>
        <source>Check ~/.pg_service.conf.</source>
        <translation>Kontroller ~/.pg_service.conf.</translation>
    </message>
    <message>
        <source>What answers at %1 is no PostgreSQL server.</source>
        <translation>Det som svarer på %1, er ingen PostgreSQL-tjener.</translation>
    </message>
    <message>
        <source>Check host and port.</source>
        <translation>Kontroller vert og port.</translation>
    </message>
    <message>
        <source>No server of the asked kind answers at %1.</source>
        <translation>Ingen tjener av ønsket slag svarer på %1.</translation>
    </message>
    <message>
        <source>Check target_session_attrs.</source>
        <translation>Kontroller target_session_attrs.</translation>
    </message>
    <message>
        <source>A connection parameter is not valid.</source>
        <translation>En tilkoblingsparameter er ugyldig.</translation>
    </message>
    <message>
        <source>See the details for its name.</source>
        <translation>Se detaljene for navnet på den.</translation>
    </message>
    <message>
        <source>%1 closed the connection at once.</source>
        <translation>%1 lukket tilkoblingen med en gang.</translation>
    </message>
    <message>
        <source>It may be stopping or overloaded: see its log.</source>
        <translation>Den kan være i ferd med å stoppe eller være overbelastet. Se loggen.</translation>
    </message>
    <message>
        <source>the service %1</source>
        <translation>tjenesten %1</translation>
    </message>
    <message>
        <source>the local server</source>
        <translation>den lokale tjeneren</translation>
    </message>
    <message>
        <source>of the user&apos;s name</source>
        <translation>med brukerens navn</translation>
    </message>
    <message>
        <source>this user</source>
        <translation>denne brukeren</translation>
    </message>
    <message>
        <source>Could not connect to %1.</source>
        <translation>Kunne ikke koble til %1.</translation>
    </message>
    <message>
        <source>See the details for the server&apos;s own words.</source>
        <translation>Detaljene gjengir tjeneren ordrett.</translation>
    </message>
    <message>
        <source>%1 does not let %3 into %2.</source>
        <translation>%1 slipper ikke %3 inn i %2.</translation>
    </message>
    <message>
        <source>Check the user name. The details have the server&apos;s own words.</source>
        <translation>Sjekk brukernavnet. Detaljene gjengir tjeneren ordrett.</translation>
    </message>
    <message>
        <source>Check the name; another session may have changed the table.</source>
        <translation>Kontroller navnet; en annen økt kan ha endret tabellen.</translation>
    </message>
    <message>
        <source>Try again when the server is back.</source>
        <translation>Prøv igjen når tjeneren er tilbake.</translation>
    </message>
    <message>
        <source>The server ended the connection.</source>
        <translation>Serveren avsluttet forbindelsen.</translation>
    </message>
</context>
<context>
    <name>Squash</name>
    <message>
        <source>%1 does not stand on %2.</source>
        <translation>%1 bygger ikke på %2.</translation>
    </message>
    <message>
        <source>Name the older one first.</source>
        <translation>Nevn den eldste først.</translation>
    </message>
    <message>
        <source>%1 is a revision of Alembic&apos;s: Roster has no SQL of it.</source>
        <translation>%1 er en av Alembics revisjoner: Roster har ingen SQL for den.</translation>
    </message>
    <message>
        <source>%1 has no file here.</source>
        <translation>%1 har ingen fil her.</translation>
    </message>
    <message>
        <source>Name a later one as the first: roster migrate squash FIRST LAST</source>
        <translation>Nevn en senere som den første: roster migrate squash FØRSTE SISTE</translation>
    </message>
    <message>
        <source>%1 stands on %2, which would be gone.</source>
        <translation>%1 bygger på %2, som ville bli borte.</translation>
    </message>
    <message>
        <source>Squash up to %1 at most, or merge the branches first.</source>
        <translation>La samlerevisjonen gå høyst til og med %1, eller slå sammen grenene først.</translation>
    </message>
    <message>
        <source>Squash fewer of them, or write the file by hand.</source>
        <translation>La samlerevisjonen erstatte færre av dem, eller skriv filen for hånd.</translation>
    </message>
    <message>
        <source>The squash makes something else than what it replaces.</source>
        <translation>Samlerevisjonen lager noe annet enn det den erstatter.</translation>
    </message>
    <message>
        <source>The way back of the squash leads elsewhere.</source>
        <translation>Samlerevisjonens vei tilbake fører et annet sted.</translation>
    </message>
    <message>
        <source>%1 is one revision: there is nothing to squash.</source>
        <translation>%1 er én revisjon: det er ingenting å samle.</translation>
    </message>
    <message>
        <source>It cannot be tried: below it is %1, which Roster cannot run.</source>
        <translation>Den kan ikke prøves: under den er %1, som Roster ikke kan kjøre.</translation>
    </message>
    <message>
        <source>Write it untried by --untried, and look at it closely.</source>
        <translation>Skriv den uprøvd med --untried, og se nøye på den.</translation>
    </message>
    <message>
        <source>Building what it replaces</source>
        <translation>Bygger det den erstatter</translation>
    </message>
    <message>
        <source>Trying the squash</source>
        <translation>Prøver samlerevisjonen</translation>
    </message>
</context>
<context>
    <name>TableChanges</name>
    <message>
        <source>%1 took only %2 of %3 new rows: a trigger, rule or policy of the table left the others out. Nothing was saved.</source>
        <translation>%1 tok bare imot %2 av %3 nye rader: en trigger, regel eller policy på tabellen utelot de andre. Ingenting ble lagret.</translation>
    </message>
    <message numerus="yes">
        <source>%1 did not take the change of %Ln row(s): a trigger, rule or policy of the table left them out. Nothing was saved.</source>
        <translation>
            <numerusform>%1 tok ikke imot endringen av %Ln rad: en trigger, regel eller policy på tabellen utelot den. Ingenting ble lagret.</numerusform>
            <numerusform>%1 tok ikke imot endringen av %Ln rader: en trigger, regel eller policy på tabellen utelot dem. Ingenting ble lagret.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has no primary key, so its rows cannot be changed here.</source>
        <translation>%1 har ingen primærnøkkel, så radene kan ikke endres her.</translation>
    </message>
    <message>
        <source>Add a primary key to the table.</source>
        <translation>Gi tabellen en primærnøkkel.</translation>
    </message>
    <message>
        <source>%1 was not changed: this connection may only read.</source>
        <translation>%1 ble ikke endret: denne tilkoblingen kan bare lese.</translation>
    </message>
    <message>
        <source>Connect without the read-only setting, or to the primary server.</source>
        <translation>Koble til uten skrivebeskyttelse, eller til primærtjeneren.</translation>
    </message>
    <message>
        <source>%1 was not changed: %2.</source>
        <translation>%1 ble ikke endret: %2.</translation>
    </message>
    <message>
        <source>Ask its owner for the right, or connect as another role.</source>
        <translation>Be eieren om rettigheten, eller koble til med en annen rolle.</translation>
    </message>
    <message>
        <source>%1.%2: it must not be NULL.</source>
        <translation>%1.%2: verdien kan ikke være NULL.</translation>
    </message>
    <message>
        <source>Type a value.</source>
        <translation>Skriv en verdi.</translation>
    </message>
    <message>
        <source>%1: the rule %2 forbids it.</source>
        <translation>%1: regelen %2 tillater det ikke.</translation>
    </message>
    <message>
        <source>The rule: %1</source>
        <translation>Regelen: %1</translation>
    </message>
    <message>
        <source>%1 was not changed: other sessions wrote the same rows at the same time.</source>
        <translation>%1 ble ikke endret: andre økter skrev de samme radene samtidig.</translation>
    </message>
    <message>
        <source>Nothing is lost; commit again.</source>
        <translation>Ingenting er tapt. Lagre på nytt.</translation>
    </message>
    <message>
        <source>%1 must be unique: another row of this commit has it.</source>
        <translation>%1 må være unik: en annen rad i denne lagringen har den.</translation>
    </message>
    <message>
        <source>%1 must be unique: %2 has it.</source>
        <translation>%1 må være unik: %2 har den.</translation>
    </message>
    <message>
        <source>Values cannot change places in one commit: commit another value in between.</source>
        <translation>Verdier kan ikke bytte plass i én lagring. Lagre en annen verdi imellom.</translation>
    </message>
    <message>
        <source>Choose another value.</source>
        <translation>Velg en annen verdi.</translation>
    </message>
    <message>
        <source>%1: there is no row of %2 with %3 = %4.</source>
        <translation>%1: det finnes ingen rad i %2 med %3 = %4.</translation>
    </message>
    <message>
        <source>Choose a value that exists there.</source>
        <translation>Velg en verdi som finnes der.</translation>
    </message>
    <message>
        <source>%1 %2 is still used by %3.</source>
        <translation>%1 %2 brukes fortsatt av %3.</translation>
    </message>
    <message>
        <source>Change or delete those rows first.</source>
        <translation>Endre eller slett de radene først.</translation>
    </message>
    <message numerus="yes">
        <source>(%Ln byte(s) in all)</source>
        <translation>
            <numerusform>(%Ln byte i alt)</numerusform>
            <numerusform>(%Ln byte i alt)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s), at most %1 fit.</source>
        <translation>
            <numerusform>%Ln tegn, høyst %1 får plass.</numerusform>
            <numerusform>%Ln tegn, høyst %1 får plass.</numerusform>
        </translation>
    </message>
    <message>
        <source>Shorten it or press Esc.</source>
        <translation>Kort det ned eller trykk Esc.</translation>
    </message>
    <message>
        <source>“%1” is not a whole number.</source>
        <translation>«%1» er ikke et heltall.</translation>
    </message>
    <message>
        <source>Type digits only, or press Esc.</source>
        <translation>Skriv bare sifre, eller trykk Esc.</translation>
    </message>
    <message>
        <source>%1 does not fit into %2.</source>
        <translation>%1 får ikke plass i %2.</translation>
    </message>
    <message>
        <source>It takes %1 to %2.</source>
        <translation>Den tar %1 til %2.</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>«%1» er ikke et tall.</translation>
    </message>
    <message>
        <source>Write it as 1234.5, or press Esc.</source>
        <translation>Skriv det som 1234.5, eller trykk Esc.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n digit(s) fit before the decimal point.</source>
        <translation>
            <numerusform>Høyst %Ln siffer får plass foran desimalpunktumet.</numerusform>
            <numerusform>Høyst %Ln sifre får plass foran desimalpunktumet.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is neither true nor false.</source>
        <translation>«%1» er verken true eller false.</translation>
    </message>
    <message>
        <source>Type true or false, or press Esc.</source>
        <translation>Skriv true eller false, eller trykk Esc.</translation>
    </message>
    <message>
        <source>“%1” is not a UUID.</source>
        <translation>«%1» er ikke en UUID.</translation>
    </message>
    <message>
        <source>It has 32 hexadecimal digits: a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11.</source>
        <translation>Den har 32 heksadesimale sifre: a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11.</translation>
    </message>
    <message>
        <source>this is not one JSON value.</source>
        <translation>dette er ikke én JSON-verdi.</translation>
    </message>
    <message>
        <source>Text stands in double quotes, lists in brackets.</source>
        <translation>Tekst står i doble anførselstegn, lister i hakeparenteser.</translation>
    </message>
    <message>
        <source>this is not JSON: %1 at character %2.</source>
        <translation>dette er ikke JSON: %1 ved tegn %2.</translation>
    </message>
    <message>
        <source>Text and names stand in double quotes.</source>
        <translation>Tekst og navn står i doble anførselstegn.</translation>
    </message>
    <message>
        <source>“%1” is not one of its values.</source>
        <translation>«%1» er ikke en av verdiene.</translation>
    </message>
    <message>
        <source>It takes: %1.</source>
        <translation>Den tar: %1.</translation>
    </message>
    <message>
        <source>“%1” is not a time of day.</source>
        <translation>«%1» er ikke et klokkeslett.</translation>
    </message>
    <message>
        <source>“%1” is not a date.</source>
        <translation>«%1» er ikke en dato.</translation>
    </message>
    <message>
        <source>“%1” is not a date and time.</source>
        <translation>«%1» er ikke dato og klokkeslett.</translation>
    </message>
    <message>
        <source>Write it as %1, or press Esc.</source>
        <translation>Skriv det som %1, eller trykk Esc.</translation>
    </message>
    <message>
        <source>not only hexadecimal digits follow \x.</source>
        <translation>det står ikke bare heksadesimale sifre etter \x.</translation>
    </message>
    <message>
        <source>Write bytes as \x0a1b, or press Esc.</source>
        <translation>Skriv byte som \x0a1b, eller trykk Esc.</translation>
    </message>
    <message>
        <source>“%1” is not a list.</source>
        <translation>«%1» er ikke en liste.</translation>
    </message>
    <message>
        <source>Write it as {first,second}, or press Esc.</source>
        <translation>Skriv den som {første,andre}, eller trykk Esc.</translation>
    </message>
    <message>
        <source>%1 has no column number %2.</source>
        <translation>%1 har ingen kolonne nummer %2.</translation>
    </message>
    <message>
        <source>Refresh (F5): the table may have been changed by another session.</source>
        <translation>Oppdater (F5): tabellen kan være endret av en annen økt.</translation>
    </message>
    <message>
        <source>the server makes this value itself.</source>
        <translation>tjeneren lager denne verdien selv.</translation>
    </message>
    <message>
        <source>Leave it alone; it follows by itself.</source>
        <translation>La den være. Den følger med av seg selv.</translation>
    </message>
    <message>
        <source>it must not be NULL.</source>
        <translation>verdien kan ikke være NULL.</translation>
    </message>
    <message>
        <source>Type a value or press Esc.</source>
        <translation>Skriv en verdi eller trykk Esc.</translation>
    </message>
    <message>
        <source>the text holds a NUL character, which PostgreSQL cannot store.</source>
        <translation>teksten har et NUL-tegn, som PostgreSQL ikke kan lagre.</translation>
    </message>
    <message>
        <source>Remove it or press Esc.</source>
        <translation>Fjern det eller trykk Esc.</translation>
    </message>
    <message>
        <source>a prepared transaction</source>
        <translation>en forberedt transaksjon</translation>
    </message>
    <message>
        <source>%1 (process %2)</source>
        <translation>%1 (prosess %2)</translation>
    </message>
    <message>
        <source>%1 (process %2, %3)</source>
        <translation>%1 (prosess %2, %3)</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1 siden %2</translation>
    </message>
    <message>
        <source>%1 was not changed: another session has locked rows of it.</source>
        <translation>%1 ble ikke endret: en annen økt har låst rader i den.</translation>
    </message>
    <message>
        <source>%1 was not changed: rows of it are locked by %2.</source>
        <translation>%1 ble ikke endret: rader i den er låst av %2.</translation>
    </message>
    <message>
        <source>Nothing is lost. Commit again when that session has ended its transaction.</source>
        <translation>Ingenting er tapt. Lagre på nytt når den økten har avsluttet transaksjonen sin.</translation>
    </message>
    <message>
        <source>%1: no partition takes these values.</source>
        <translation>%1: ingen partisjon tar imot disse verdiene.</translation>
    </message>
    <message>
        <source>Make a partition for them, or choose other values.</source>
        <translation>Lag en partisjon for dem, eller velg andre verdier.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of %1 were changed or deleted by somebody else (%2); nothing was saved.</source>
        <translation>
            <numerusform>%Ln rad i %1 er endret eller slettet av noen andre (%2). Ingenting ble lagret.</numerusform>
            <numerusform>%Ln rader i %1 er endret eller slettet av noen andre (%2). Ingenting ble lagret.</numerusform>
        </translation>
    </message>
    <message>
        <source>The connection broke during the commit, and the server took all of it back: nothing was saved.</source>
        <translation>Forbindelsen brøt under lagringen, og tjeneren tok alt tilbake: ingenting ble lagret.</translation>
    </message>
    <message>
        <source>Your edits are kept. Commit again.</source>
        <translation>Endringene dine er beholdt. Lagre på nytt.</translation>
    </message>
    <message>
        <source>The connection broke during the commit, and the server cannot be asked yet whether it was saved.</source>
        <translation>Forbindelsen brøt under lagringen, og tjeneren kan ennå ikke spørres om det ble lagret.</translation>
    </message>
    <message>
        <source>Your edits are kept. As soon as the connection is back, the server is asked, before anything is committed again.</source>
        <translation>Endringene dine er beholdt. Så snart forbindelsen er tilbake, spørres tjeneren før noe lagres på nytt.</translation>
    </message>
    <message>
        <source>Rows were changed by somebody else.</source>
        <translation>Rader ble endret av noen andre.</translation>
    </message>
    <message>
        <source>Rows of %1 are being changed all the time; nothing was saved.</source>
        <translation>Rader i %1 endres hele tiden; ingenting ble lagret.</translation>
    </message>
    <message>
        <source>Your edits are kept. Commit again in a moment.</source>
        <translation>Endringene dine er beholdt. Lagre på nytt om et øyeblikk.</translation>
    </message>
    <message>
        <source>Your edits are kept. Decide for each value which one shall stay, then commit again.</source>
        <translation>Endringene dine er beholdt. Avgjør for hver verdi hvilken som skal bli stående, og lagre på nytt.</translation>
    </message>
</context>
<context>
    <name>TableCommand</name>
    <message>
        <source>write any table or view as a table, CSV or JSON</source>
        <translation>skriv en tabell eller visning som tabell, CSV eller JSON</translation>
    </message>
    <message>
        <source>There is no table or view %1.</source>
        <translation>Det finnes ingen tabell eller visning %1.</translation>
    </message>
    <message>
        <source>Write its name with its schema, as in public.players.</source>
        <translation>Skriv navnet med skjema, som i public.players.</translation>
    </message>
</context>
<context>
    <name>TableModel</name>
    <message>
        <source>%1 has no primary key to look a row up by.</source>
        <translation>%1 har ingen primærnøkkel å slå opp en rad med.</translation>
    </message>
    <message>
        <source>%1: no such row among those shown.</source>
        <translation>%1: ingen slik rad blant dem som vises.</translation>
    </message>
    <message>
        <source>Clear the filter and try again.</source>
        <translation>Tøm filteret og prøv igjen.</translation>
    </message>
    <message>
        <source>%1: there is no such row.</source>
        <translation>%1: det finnes ingen slik rad.</translation>
    </message>
    <message>
        <source>Check the key; the row may be deleted.</source>
        <translation>Kontroller nøkkelen; raden kan være slettet.</translation>
    </message>
</context>
<context>
    <name>TableOutput</name>
    <message>
        <source>--order: %1 is no direction.</source>
        <translation>--order: %1 er ingen retning.</translation>
    </message>
    <message>
        <source>Write --order level:desc,name.</source>
        <translation>Skriv --order level:desc,name.</translation>
    </message>
    <message>
        <source>--filter: %1 names no column.</source>
        <translation>--filter: %1 nevner ingen kolonne.</translation>
    </message>
    <message>
        <source>Write --filter &apos;level=&gt;10&apos; or --filter name=arne.</source>
        <translation>Skriv --filter &apos;level=&gt;10&apos; eller --filter name=arne.</translation>
    </message>
    <message>
        <source>--filter: %1 was given twice.</source>
        <translation>--filter: %1 er oppgitt to ganger.</translation>
    </message>
    <message>
        <source>Use --where for several conditions on one column.</source>
        <translation>Bruk --where for flere betingelser på én kolonne.</translation>
    </message>
    <message>
        <source>--format: there is no format %1.</source>
        <translation>--format: formatet %1 finnes ikke.</translation>
    </message>
    <message>
        <source>Write table, csv or json.</source>
        <translation>Skriv table, csv eller json.</translation>
    </message>
    <message>
        <source>only rows that meet this SQL condition</source>
        <translation>bare rader som oppfyller denne SQL-betingelsen</translation>
    </message>
    <message>
        <source>only rows of which the column fits: &gt;10, 10..20, arne, =Arne, null</source>
        <translation>bare rader der kolonnen passer: &gt;10, 10..20, arne, =Arne, null</translation>
    </message>
    <message>
        <source>only rows that hold the text in any column</source>
        <translation>bare rader som har teksten i en av kolonnene</translation>
    </message>
    <message>
        <source>sort by these: level:desc,name</source>
        <translation>sorter etter disse: level:desc,name</translation>
    </message>
    <message>
        <source>no more than so many rows</source>
        <translation>ikke flere rader enn dette</translation>
    </message>
    <message>
        <source>table (default), csv or json</source>
        <translation>table (standard), csv eller json</translation>
    </message>
    <message>
        <source>the same as --format json</source>
        <translation>det samme som --format json</translation>
    </message>
    <message>
        <source>--limit: %1 is no number of rows.</source>
        <translation>--limit: %1 er ikke et antall rader.</translation>
    </message>
    <message>
        <source>Left out, since your role may not read them: %1.</source>
        <translation>Utelatt, siden rollen din ikke får lese dem: %1.</translation>
    </message>
</context>
<context>
    <name>Tables</name>
    <message>
        <source>Guilds</source>
        <translation>Laug</translation>
    </message>
    <message>
        <source>Guild members</source>
        <translation>Laugsmedlemmer</translation>
    </message>
    <message>
        <source>Players</source>
        <translation>Spillere</translation>
    </message>
</context>
<context>
    <name>Terminal</name>
    <message>
        <source>Cancelled.</source>
        <translation>Avbrutt.</translation>
    </message>
    <message>
        <source>There was no answer.</source>
        <translation>Det kom ikke noe svar.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nei</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>%1: the last one that it replaces has to be the one they lead to.</source>
        <translation>%1: den siste den erstatter, må være den som de fører til.</translation>
    </message>
</context>
<context>
    <name>VersionTable</name>
    <message>
        <source>Another program changed alembic_version in the meantime.</source>
        <translation>Et annet program endret alembic_version i mellomtiden.</translation>
    </message>
    <message>
        <source>Run it again: it starts from what is there now.</source>
        <translation>Kjør på nytt: det begynner med det som er der nå.</translation>
    </message>
    <message>
        <source>this connection is read-only</source>
        <translation>denne forbindelsen er skrivebeskyttet</translation>
    </message>
    <message>
        <source>What is missing: %1</source>
        <translation>Dette mangler: %1</translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>&amp;Connect to…</source>
        <translation>&amp;Koble til …</translation>
    </message>
    <message>
        <source>&amp;Close page</source>
        <translation>&amp;Lukk siden</translation>
    </message>
    <message>
        <source>R&amp;eopen closed page</source>
        <translation>&amp;Gjenåpne lukket side</translation>
    </message>
    <message>
        <source>&amp;Next page</source>
        <translation>&amp;Neste side</translation>
    </message>
    <message>
        <source>&amp;Previous page</source>
        <translation>&amp;Forrige side</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>&amp;Jobber</translation>
    </message>
    <message>
        <source>&amp;Sidebar</source>
        <translation>&amp;Sidepanel</translation>
    </message>
    <message>
        <source>Reset &amp;layout</source>
        <translation>&amp;Tilbakestill oppsettet</translation>
    </message>
    <message>
        <source>Pre&amp;ferences…</source>
        <translation>&amp;Innstillinger …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Avslutt</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hjelp</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastatursnarveier</translation>
    </message>
    <message>
        <source>&amp;About Roster</source>
        <translation>&amp;Om Roster</translation>
    </message>
    <message>
        <source>&amp;Database</source>
        <translation>&amp;Database</translation>
    </message>
    <message>
        <source>&amp;Table</source>
        <translation>&amp;Tabell</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>Verktøylinje</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Side %1</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Vis</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Oppdater</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Koble til</translation>
    </message>
    <message>
        <source>&amp;Refresh the page and the list of tables</source>
        <translation>&amp;Oppdater siden og tabellisten</translation>
    </message>
</context>
<context>
    <name>roster::BackupDetails</name>
    <message>
        <source>From</source>
        <translation>Fra</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>Øyeblikksbilde</translation>
    </message>
    <message>
        <source>Encoding, locale</source>
        <translation>Tegnkoding, språk</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eier</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revisjon</translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation>Utvidelser</translation>
    </message>
    <message>
        <source>Roles it names</source>
        <translation>Roller den nevner</translation>
    </message>
    <message>
        <source>Roles beside it</source>
        <translation>Roller ved siden av</translation>
    </message>
    <message>
        <source>Unpacked</source>
        <translation>Utpakket</translation>
    </message>
    <message numerus="yes">
        <source>%1 rows in %n table(s)</source>
        <translation>
            <numerusform>%1 rader i %n tabell</numerusform>
            <numerusform>%1 rader i %n tabeller</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… og %n til</numerusform>
            <numerusform>… og %n til</numerusform>
        </translation>
    </message>
    <message>
        <source>The chosen backup</source>
        <translation>Den valgte sikkerhetskopien</translation>
    </message>
    <message>
        <source>Choose a backup.</source>
        <translation>Velg en sikkerhetskopi.</translation>
    </message>
    <message>
        <source>Not made by Roster: it has no checksum beside it, so a verification can only say that it is whole, not that no byte changed.</source>
        <translation>Ikke laget av Roster: den har ingen kontrollsum ved siden av seg, så en kontroll kan bare si at den er hel, ikke at ingen byte er endret.</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Database</translation>
    </message>
    <message>
        <source>One file, under the names</source>
        <translation>Én fil, under navnene</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fil</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Endret</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Størrelse</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Kontrollert</translation>
    </message>
</context>
<context>
    <name>roster::BackupListModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 (week)</source>
        <translation>%1 (uke)</translation>
    </message>
    <message>
        <source>in the future</source>
        <translation>i framtiden</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>omtrent %1</translation>
    </message>
    <message>
        <source>good</source>
        <translation>god</translation>
    </message>
    <message>
        <source>By the stamp in its name alone, a clock without a zone</source>
        <translation>Bare etter stempelet i navnet, en klokke uten tidssone</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 byte</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Database</translation>
    </message>
    <message>
        <source>Stamp</source>
        <translation>Stempel</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alder</translation>
    </message>
    <message>
        <source>Kept as</source>
        <translation>Tatt vare på som</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Størrelse</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Kontrollert</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tilstand</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>pg_dump</source>
        <translation>pg_dump</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revisjon</translation>
    </message>
    <message>
        <source>not looked into</source>
        <translation>ikke sett inn i</translation>
    </message>
</context>
<context>
    <name>roster::BackupTimeline</name>
    <message>
        <source>When backups were made</source>
        <translation>Når sikkerhetskopiene ble laget</translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) since %1</source>
        <translation>
            <numerusform>%n sikkerhetskopi siden %1</numerusform>
            <numerusform>%n sikkerhetskopier siden %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>for %1 siden</translation>
    </message>
    <message>
        <source>now</source>
        <translation>nå</translation>
    </message>
</context>
<context>
    <name>roster::BackupsPage</name>
    <message>
        <source>&amp;Back up now…</source>
        <translation>&amp;Sikkerhetskopier nå …</translation>
    </message>
    <message>
        <source>&amp;Restore…</source>
        <translation>&amp;Gjenopprett …</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sikkerhetskopier</translation>
    </message>
    <message>
        <source>Old databases kept</source>
        <translation>Gamle databaser</translation>
    </message>
    <message>
        <source>Old databases kept (%1)</source>
        <translation>Gamle databaser (%1)</translation>
    </message>
    <message>
        <source>Folder of backups</source>
        <translation>Mappe med sikkerhetskopier</translation>
    </message>
    <message>
        <source>Backups of which database</source>
        <translation>Sikkerhetskopier av hvilken database</translation>
    </message>
    <message>
        <source>Read the folder again</source>
        <translation>Les mappen på nytt</translation>
    </message>
    <message>
        <source>Read the folder again (F5)</source>
        <translation>Les mappen på nytt (F5)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Hvor langt den er kommet</translation>
    </message>
    <message>
        <source>&amp;Everything: unpack it and read it as a dump</source>
        <translation>&amp;Alt: pakk den ut og les den som en dump</translation>
    </message>
    <message>
        <source>Only the &amp;checksum</source>
        <translation>Bare &amp;kontrollsummen</translation>
    </message>
    <message>
        <source>Only &amp;size and kind</source>
        <translation>Bare &amp;størrelse og slag</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>&amp;Kontroller</translation>
    </message>
    <message>
        <source>Remove what has served its &amp;time…</source>
        <translation>Fjern det som har gjort &amp;tjenesten sin …</translation>
    </message>
    <message>
        <source>&amp;Empty the database %1…</source>
        <translation>&amp;Tøm databasen %1 …</translation>
    </message>
    <message>
        <source>Open a &amp;folder…</source>
        <translation>Åpne en &amp;mappe …</translation>
    </message>
    <message>
        <source>Open a &amp;file…</source>
        <translation>Åpne en &amp;fil …</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>&amp;Mer</translation>
    </message>
    <message>
        <source>Roster&apos;s own backups</source>
        <translation>Rosters egne sikkerhetskopier</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Åpne en mappe …</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Åpne en fil …</translation>
    </message>
    <message>
        <source>A backup</source>
        <translation>En sikkerhetskopi</translation>
    </message>
    <message>
        <source>Reading the folder…</source>
        <translation>Leser mappen …</translation>
    </message>
    <message>
        <source>No backups yet</source>
        <translation>Ingen sikkerhetskopier ennå</translation>
    </message>
    <message>
        <source>Make the first one of %1, or open a folder that holds some: Roster&apos;s own, those of the docker image postgres-backup-local, or any other dumps.</source>
        <translation>Lag den første av %1, eller åpne en mappe som har noen: Rosters egne, de fra docker-avbildet postgres-backup-local, eller andre dumper.</translation>
    </message>
    <message>
        <source>There are no backups in this folder</source>
        <translation>Det er ingen sikkerhetskopier i denne mappen</translation>
    </message>
    <message>
        <source>Make one of %1 here, or open another folder.</source>
        <translation>Lag en av %1 her, eller åpne en annen mappe.</translation>
    </message>
    <message>
        <source>&amp;Open a folder…</source>
        <translation>&amp;Åpne en mappe …</translation>
    </message>
    <message>
        <source>%1 is being written.</source>
        <translation>%1 blir skrevet nå.</translation>
    </message>
    <message>
        <source>%1 is left over from a run that was killed; the next backup there removes it.</source>
        <translation>%1 ble igjen etter en kjøring som ble avbrutt; neste sikkerhetskopi der fjerner den.</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… og %n til</numerusform>
            <numerusform>… og %n til</numerusform>
        </translation>
    </message>
    <message>
        <source>All databases</source>
        <translation>Alle databaser</translation>
    </message>
    <message>
        <source>(not named)</source>
        <translation>(uten navn)</translation>
    </message>
    <message>
        <source>%1 is restored</source>
        <translation>%1 er gjenopprettet</translation>
    </message>
    <message numerus="yes">
        <source>%1 is backed up: %2 rows in %n table(s), %3, read again to the end.</source>
        <translation>
            <numerusform>%1 er sikkerhetskopiert: %2 rader i %n tabell, %3, lest på nytt til slutten.</numerusform>
            <numerusform>%1 er sikkerhetskopiert: %2 rader i %n tabeller, %3, lest på nytt til slutten.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing has served its time.</source>
        <translation>Ingenting har gjort tjenesten sin ennå.</translation>
    </message>
    <message>
        <source>Only backups of Roster&apos;s own are ever removed, and never the last one of a database that was verified.</source>
        <translation>Bare Rosters egne sikkerhetskopier fjernes, og aldri den siste kontrollerte av en database.</translation>
    </message>
    <message>
        <source>%1: the file goes (%2)</source>
        <translation>%1: filen forsvinner (%2)</translation>
    </message>
    <message>
        <source>%1: only this name goes</source>
        <translation>%1: bare dette navnet forsvinner</translation>
    </message>
    <message>
        <source>What has served its time</source>
        <translation>Det som har gjort tjenesten sin</translation>
    </message>
    <message numerus="yes">
        <source>Kept are the last %1 day(s), daily ones for %2 days, weekly ones for %3 weeks and monthly ones for %4 months. %n name(s) go, %5 get free.</source>
        <translation>
            <numerusform>De siste beholdes i %1 døgn, daglige i %2 dager, ukentlige i %3 uker og månedlige i %4 måneder. %n navn forsvinner, %5 blir ledig.</numerusform>
            <numerusform>De siste beholdes i %1 døgn, daglige i %2 dager, ukentlige i %3 uker og månedlige i %4 måneder. %n navn forsvinner, %5 blir ledig.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Remove them</source>
        <translation>&amp;Fjern dem</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) removed</source>
        <translation>
            <numerusform>%n navn fjernet</numerusform>
            <numerusform>%n navn fjernet</numerusform>
        </translation>
    </message>
    <message>
        <source>Back up now…</source>
        <translation>Sikkerhetskopier nå …</translation>
    </message>
    <message>
        <source>On &amp;trial: restore it beside, check it, drop it</source>
        <translation>På &amp;prøve: gjenopprett den ved siden av, kontroller den, slett den</translation>
    </message>
    <message>
        <source>&amp;Look inside</source>
        <translation>Se &amp;inni</translation>
    </message>
    <message>
        <source>Inside %1</source>
        <translation>Inni %1</translation>
    </message>
    <message>
        <source>Back up by the &amp;clock…</source>
        <translation>&amp;Planlegg sikkerhetskopier …</translation>
    </message>
    <message>
        <source>Copy &amp;as command</source>
        <translation>Kopier &amp;som kommando</translation>
    </message>
    <message>
        <source>Open a folder in a docker co&amp;ntainer…</source>
        <translation>Åpne en mappe i en docker-&amp;beholder …</translation>
    </message>
    <message>
        <source>Open a folder in a docker container…</source>
        <translation>Åpne en mappe i en docker-beholder …</translation>
    </message>
</context>
<context>
    <name>roster::BytesDelegate</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%Ln byte</numerusform>
            <numerusform>%Ln byte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::CellDelegate</name>
    <message>
        <source>default</source>
        <translation>standard</translation>
    </message>
    <message>
        <source>NULL</source>
        <translation>NULL</translation>
    </message>
    <message>
        <source>Was: %1</source>
        <translation>Var: %1</translation>
    </message>
</context>
<context>
    <name>roster::CellEdit</name>
    <message>
        <source>The clipboard holds %1 characters, at most %2 fit. Nothing was pasted.</source>
        <translation>Utklippstavlen har %1 tegn, og høyst %2 får plass. Ingenting ble limt inn.</translation>
    </message>
    <message>
        <source>The clipboard holds %1 characters: too many for one line. Press Shift+Enter for the large editor.</source>
        <translation>Utklippstavlen har %1 tegn: for mange for én linje. Trykk Shift+Enter for det store redigeringsfeltet.</translation>
    </message>
    <message>
        <source>%1 of %2 characters</source>
        <translation>%1 av %2 tegn</translation>
    </message>
</context>
<context>
    <name>roster::ChartControls</name>
    <message>
        <source>Table</source>
        <translation>Tabell</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Kolonne</translation>
    </message>
    <message>
        <source>A second column, along the vertical axis</source>
        <translation>En kolonne til, langs den loddrette aksen</translation>
    </message>
    <message>
        <source>Cut into</source>
        <translation>Delt i</translation>
    </message>
    <message>
        <source>Whole range</source>
        <translation>Hele området</translation>
    </message>
    <message>
        <source>Only the grid&apos;s rows</source>
        <translation>Bare rutenettets rader</translation>
    </message>
    <message>
        <source>Greatest number of bars</source>
        <translation>Største antall søyler</translation>
    </message>
    <message>
        <source>as fits</source>
        <translation>passende</translation>
    </message>
    <message>
        <source>From the least to the greatest value, also where a few of them lie so far out that they flatten the rest</source>
        <translation>Fra minste til største verdi, også der noen få ligger så langt ute at de flater ut resten</translation>
    </message>
    <message>
        <source>Counts only what the filters of the table&apos;s own page let through</source>
        <translation>Teller bare det filtrene på tabellens egen side slipper gjennom</translation>
    </message>
    <message>
        <source>against</source>
        <translation>mot</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Søyler</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>(ingenting)</translation>
    </message>
    <message>
        <source>Only numbers and times can be charted against each other.</source>
        <translation>Bare tall og tider kan vises mot hverandre.</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>timer</translation>
    </message>
    <message>
        <source>days</source>
        <translation>dager</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>uker</translation>
    </message>
    <message>
        <source>months</source>
        <translation>måneder</translation>
    </message>
    <message>
        <source>years</source>
        <translation>år</translation>
    </message>
    <message>
        <source>first letters</source>
        <translation>første bokstaver</translation>
    </message>
    <message>
        <source>values</source>
        <translation>verdier</translation>
    </message>
    <message>
        <source>density of all rows</source>
        <translation>tetthet av alle rader</translation>
    </message>
    <message>
        <source>points of a sample</source>
        <translation>punkter fra et utvalg</translation>
    </message>
</context>
<context>
    <name>roster::ChartPage</name>
    <message>
        <source>No tables to chart</source>
        <translation>Ingen tabeller å vise</translation>
    </message>
    <message>
        <source>Create the declared tables first; they are then listed here.</source>
        <translation>Opprett de deklarerte tabellene først; da står de her.</translation>
    </message>
    <message>
        <source>Read the columns of %1</source>
        <translation>Les kolonnene i %1</translation>
    </message>
    <message>
        <source>Nothing to chart</source>
        <translation>Ingenting å vise</translation>
    </message>
    <message>
        <source>%1 has no column of numbers, times, texts or yes and no.</source>
        <translation>%1 har ingen kolonne med tall, tider, tekster eller ja og nei.</translation>
    </message>
    <message>
        <source>Chart %1 of %2</source>
        <translation>Diagram over %1 i %2</translation>
    </message>
    <message>
        <source>Counted in %1 s</source>
        <translation>Telt på %1 s</translation>
    </message>
    <message>
        <source>No rows to count</source>
        <translation>Ingen rader å telle</translation>
    </message>
    <message>
        <source>No row of %1 passes the filter.</source>
        <translation>Ingen rad i %1 slipper gjennom filteret.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 er tom.</translation>
    </message>
    <message>
        <source>any column: %1</source>
        <translation>en hvilken som helst kolonne: %1</translation>
    </message>
    <message>
        <source>All rows are counted.</source>
        <translation>Alle rader telles.</translation>
    </message>
    <message>
        <source>Only rows with %1</source>
        <translation>Bare rader med %1</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%Ln rad</numerusform>
            <numerusform>%Ln rader</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Stoppet</translation>
    </message>
    <message>
        <source>Nothing was counted.</source>
        <translation>Ingenting ble telt.</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>Prøv &amp;igjen</translation>
    </message>
    <message>
        <source>No filter can tell these rows from others.</source>
        <translation>Ingen filtre kan skille disse radene fra andre.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Oppdater</translation>
    </message>
    <message>
        <source>Count again (F5)</source>
        <translation>Tell på nytt (F5)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop counting (Ctrl+.)</source>
        <translation>Stopp tellingen (Ctrl+.)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lagre</translation>
    </message>
    <message>
        <source>Save the chart as a picture or its numbers, or copy them</source>
        <translation>Lagre diagrammet som bilde eller tallene, eller kopier dem</translation>
    </message>
    <message>
        <source>Counting the rows…</source>
        <translation>Teller radene …</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>The numbers of the chart</source>
        <translation>Tallene i diagrammet</translation>
    </message>
    <message>
        <source>Enter or a double click shows the rows</source>
        <translation>Enter eller dobbeltklikk viser radene</translation>
    </message>
    <message>
        <source>Click a bar, or drag over several, to see their rows</source>
        <translation>Klikk på en søyle, eller dra over flere, for å se radene deres</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Save as &amp;PNG…</source>
        <translation>Lagre som &amp;PNG …</translation>
    </message>
    <message>
        <source>Save as S&amp;VG…</source>
        <translation>Lagre som S&amp;VG …</translation>
    </message>
    <message>
        <source>Save the numbers as &amp;CSV…</source>
        <translation>Lagre tallene som &amp;CSV …</translation>
    </message>
    <message>
        <source>Copy the &amp;numbers</source>
        <translation>Kopier &amp;tallene</translation>
    </message>
    <message>
        <source>Copy as co&amp;mmand</source>
        <translation>Kopier som ko&amp;mmando</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>Lagre diagrammet</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Lagret som %1</translation>
    </message>
    <message>
        <source>Copy the pict&amp;ure</source>
        <translation>Kopier &amp;bildet</translation>
    </message>
    <message>
        <source>Copy the S&amp;QL that counted</source>
        <translation>Kopier S&amp;QL-en som telte</translation>
    </message>
</context>
<context>
    <name>roster::ChartTableModel</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rader</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Andel</translation>
    </message>
</context>
<context>
    <name>roster::ChoiceDelegate</name>
    <message>
        <source>NULL</source>
        <translation>NULL</translation>
    </message>
</context>
<context>
    <name>roster::CleanPage</name>
    <message>
        <source>On production: also &amp;without a verified backup that is younger than an hour</source>
        <translation>I produksjon: også &amp;uten en kontrollert sikkerhetskopi som er yngre enn en time</translation>
    </message>
    <message>
        <source>Empty %1</source>
        <translation>Tøm %1</translation>
    </message>
    <message>
        <source>The same database without its rows; what is there now is kept for undo.</source>
        <translation>Den samme databasen uten radene; det som er der nå, beholdes så det kan angres.</translation>
    </message>
    <message>
        <source>&amp;Build it empty</source>
        <translation>&amp;Bygg den tom</translation>
    </message>
    <message>
        <source>An empty database is built beside it: by the revisions up to the head or, where Alembic made it, with the same schema and the same revision. You see what would be lost before it takes the place of %1, and type its name then.

A production database wants a verified backup that is younger than an hour: cancel and press “Back up now…” first. Doing without is written to the server&apos;s log.</source>
        <translation>En tom database bygges ved siden av: av revisjonene fram til den nyeste eller, der Alembic laget den, med samme skjema og samme revisjon. Du ser hva som ville gå tapt før den tar plassen til %1, og skriver navnet da.

En produksjonsdatabase krever en kontrollert sikkerhetskopi som er yngre enn en time: avbryt og trykk «Sikkerhetskopier nå …» først. Gjøres det uten, skrives det i tjenerens logg.</translation>
    </message>
</context>
<context>
    <name>roster::ColumnHeader</name>
    <message>
        <source>Columns</source>
        <translation>Kolonner</translation>
    </message>
    <message>
        <source>Primary key</source>
        <translation>Primærnøkkel</translation>
    </message>
    <message>
        <source>May be NULL</source>
        <translation>Kan være NULL</translation>
    </message>
    <message>
        <source>Never NULL</source>
        <translation>Aldri NULL</translation>
    </message>
    <message>
        <source>Computed: %1</source>
        <translation>Beregnet: %1</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>Standard: %1</translation>
    </message>
    <message>
        <source>Click to sort, Shift+click to sort by more columns.</source>
        <translation>Klikk for å sortere, Shift+klikk for å sortere etter flere kolonner.</translation>
    </message>
</context>
<context>
    <name>roster::ColumnMemory</name>
    <message>
        <source>&amp;Hide %1</source>
        <translation>S&amp;kjul %1</translation>
    </message>
</context>
<context>
    <name>roster::ConflictDialog</name>
    <message>
        <source>Changed by somebody else: %1</source>
        <translation>Endret av noen andre: %1</translation>
    </message>
    <message>
        <source>Values that somebody else changed, too</source>
        <translation>Verdier som også noen andre endret</translation>
    </message>
    <message>
        <source>While you edited, somebody else saved other values in the same fields. Nothing was written yet. Say for each line which value shall stay.</source>
        <translation>Mens du redigerte, lagret noen andre andre verdier i de samme feltene. Ingenting er skrevet ennå. Si for hver linje hvilken verdi som skal bli stående.</translation>
    </message>
    <message>
        <source>&amp;Stage these</source>
        <translation>Gjør &amp;klar</translation>
    </message>
    <message>
        <source>&amp;Commit</source>
        <translation>&amp;Lagre i databasen</translation>
    </message>
    <message>
        <source>Keep &amp;mine</source>
        <translation>Behold &amp;min</translation>
    </message>
    <message>
        <source>Take &amp;theirs</source>
        <translation>&amp;Ta deres</translation>
    </message>
    <message>
        <source>&amp;Other value…</source>
        <translation>&amp;Annen verdi …</translation>
    </message>
    <message>
        <source>All mine</source>
        <translation>Alle mine</translation>
    </message>
    <message>
        <source>All theirs</source>
        <translation>Alle deres</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) to be decided</source>
        <translation>
            <numerusform>%n verdi å avgjøre</numerusform>
            <numerusform>%n verdier å avgjøre</numerusform>
        </translation>
    </message>
    <message>
        <source>All is decided.</source>
        <translation>Alt er avgjort.</translation>
    </message>
</context>
<context>
    <name>roster::ConflictModel</name>
    <message>
        <source>to be decided</source>
        <translation>ikke avgjort</translation>
    </message>
    <message>
        <source>delete the row</source>
        <translation>slett raden</translation>
    </message>
    <message>
        <source>give up my edits</source>
        <translation>gi opp mine endringer</translation>
    </message>
    <message>
        <source>keep the row</source>
        <translation>behold raden</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>slettet</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>endret</translation>
    </message>
    <message>
        <source>to be deleted</source>
        <translation>skal slettes</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Rad</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Kolonne</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Før</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Deres</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Min</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Utfall</translation>
    </message>
</context>
<context>
    <name>roster::ConnectionBar</name>
    <message>
        <source>&amp;Reconnect</source>
        <translation>Koble til i&amp;gjen</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Kobler til …</translation>
    </message>
    <message>
        <source>Nothing is lost: what was edited is kept.</source>
        <translation>Ingenting er tapt: det som er endret, er beholdt.</translation>
    </message>
    <message numerus="yes">
        <source>Tried again in %n second(s).</source>
        <translation>
            <numerusform>Nytt forsøk om %Ln sekund.</numerusform>
            <numerusform>Nytt forsøk om %Ln sekunder.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::ConnectionDialog</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>As libpq decides</source>
        <translation>Slik libpq bestemmer</translation>
    </message>
    <message>
        <source>Never (disable)</source>
        <translation>Aldri (disable)</translation>
    </message>
    <message>
        <source>Where the server offers it (prefer)</source>
        <translation>Når tjeneren tilbyr det (prefer)</translation>
    </message>
    <message>
        <source>Required (require)</source>
        <translation>Påkrevd (require)</translation>
    </message>
    <message>
        <source>Required, trusted issuer (verify-ca)</source>
        <translation>Påkrevd, klarert utsteder (verify-ca)</translation>
    </message>
    <message>
        <source>Required, trusted issuer and host (verify-full)</source>
        <translation>Påkrevd, klarert utsteder og vert (verify-full)</translation>
    </message>
    <message>
        <source>By the rule: this computer is development</source>
        <translation>Etter regelen: denne maskinen er utvikling</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Kobler til …</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>Test tilkoblingen</translation>
    </message>
    <message>
        <source>It works: PostgreSQL %1, %2</source>
        <translation>Det virker: PostgreSQL %1, %2</translation>
    </message>
    <message>
        <source>Counts as %1.</source>
        <translation>Regnes som %1.</translation>
    </message>
    <message>
        <source>Saved, without the password.</source>
        <translation>Lagret, uten passordet.</translation>
    </message>
    <message>
        <source>Folder of revisions</source>
        <translation>Mappe med revisjoner</translation>
    </message>
</context>
<context>
    <name>roster::ConnectionMenu</name>
    <message>
        <source>Saved</source>
        <translation>Lagrede</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Nylige</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>roster::Connections</name>
    <message>
        <source>Connect</source>
        <translation>Koble til</translation>
    </message>
</context>
<context>
    <name>roster::ContainerDialog</name>
    <message>
        <source>Asking docker which containers run…</source>
        <translation>Spør docker hvilke beholdere som kjører …</translation>
    </message>
    <message>
        <source>Backups in a docker container</source>
        <translation>Sikkerhetskopier i en docker-beholder</translation>
    </message>
    <message>
        <source>The folder is listed through the docker client. A backup that is looked into, verified or restored is copied to a temporary file first.</source>
        <translation>Mappen listes opp gjennom docker-klienten. En sikkerhetskopi som ses inn i, kontrolleres eller gjenopprettes, kopieres til en midlertidig fil først.</translation>
    </message>
    <message>
        <source>&amp;Container:</source>
        <translation>&amp;Beholder:</translation>
    </message>
    <message>
        <source>&amp;Folder in it:</source>
        <translation>&amp;Mappe i den:</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Åpne</translation>
    </message>
    <message>
        <source>No container runs.</source>
        <translation>Ingen beholder kjører.</translation>
    </message>
</context>
<context>
    <name>roster::CreateBackupDialog</name>
    <message>
        <source>also the server&apos;s &amp;roles, without passwords, in a file beside it</source>
        <translation>også tjenerens &amp;roller, uten passord, i en fil ved siden av</translation>
    </message>
    <message>
        <source>Back up %1</source>
        <translation>Sikkerhetskopier %1</translation>
    </message>
    <message>
        <source>The database stays in use meanwhile. The backup is read again to its end before it gets its name.</source>
        <translation>Databasen kan brukes imens. Sikkerhetskopien leses på nytt til slutten før den får navnet sitt.</translation>
    </message>
    <message>
        <source>&amp;Back up</source>
        <translation>&amp;Sikkerhetskopier</translation>
    </message>
    <message>
        <source>&amp;Copy as command</source>
        <translation>&amp;Kopier som kommando</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Velg mappen</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Mappe:</translation>
    </message>
    <message>
        <source>Roster&apos;s own: small, fast, all kinds of objects (.dump.zst)</source>
        <translation>Rosters egen: liten, rask, alle slags objekter (.dump.zst)</translation>
    </message>
    <message>
        <source>plain SQL, for other tools (.sql.gz)</source>
        <translation>ren SQL, for andre verktøy (.sql.gz)</translation>
    </message>
    <message>
        <source>F&amp;ormat:</source>
        <translation>F&amp;ormat:</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>ikke kryptert</translation>
    </message>
    <message>
        <source>by %1, for</source>
        <translation>med %1, for</translation>
    </message>
    <message>
        <source>For whom it is encrypted</source>
        <translation>Hvem den krypteres for</translation>
    </message>
    <message>
        <source>recipients or keys, with blanks between</source>
        <translation>mottakere eller nøkler, med mellomrom imellom</translation>
    </message>
    <message>
        <source>&amp;Encryption:</source>
        <translation>&amp;Kryptering:</translation>
    </message>
    <message>
        <source>Neither age nor gpg is installed</source>
        <translation>Verken age eller gpg er installert</translation>
    </message>
    <message>
        <source>Folder of backups</source>
        <translation>Mappe med sikkerhetskopier</translation>
    </message>
    <message>
        <source>Name the folder by its whole path.</source>
        <translation>Oppgi mappen med hele stien.</translation>
    </message>
    <message>
        <source>Name at least one who can read it.</source>
        <translation>Oppgi minst én som kan lese den.</translation>
    </message>
</context>
<context>
    <name>roster::DatabaseOpener</name>
    <message>
        <source>Connecting to %1…</source>
        <translation>Kobler til %1…</translation>
    </message>
    <message>
        <source>Starting the private database…</source>
        <translation>Starter den private databasen …</translation>
    </message>
</context>
<context>
    <name>roster::DatabaseWorker</name>
    <message>
        <source>Cancelled.</source>
        <translation>Avbrutt.</translation>
    </message>
    <message>
        <source>The connection to the server was lost.</source>
        <translation>Forbindelsen til tjeneren ble brutt.</translation>
    </message>
</context>
<context>
    <name>roster::DriftDialog</name>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>&amp;Forrige</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Neste</translation>
    </message>
    <message>
        <source>How the database differs</source>
        <translation>Hvordan databasen avviker</translation>
    </message>
    <message>
        <source>The database &amp;against:</source>
        <translation>D&amp;atabasen mot:</translation>
    </message>
    <message>
        <source>the declared tables</source>
        <translation>de erklærte tabellene</translation>
    </message>
    <message>
        <source>the revisions up to where it stands</source>
        <translation>revisjonene opp til der den står</translation>
    </message>
    <message>
        <source>the revisions up to the head</source>
        <translation>revisjonene opp til hodet</translation>
    </message>
    <message>
        <source>It is being compared</source>
        <translation>Det sammenlignes</translation>
    </message>
    <message>
        <source>The difference before (Shift+F8)</source>
        <translation>Forrige forskjell (Shift+F8)</translation>
    </message>
    <message>
        <source>The next difference (F8)</source>
        <translation>Neste forskjell (F8)</translation>
    </message>
    <message>
        <source>Compare a&amp;gain</source>
        <translation>Sammenli&amp;gn på nytt</translation>
    </message>
    <message>
        <source>Compare again (F5)</source>
        <translation>Sammenlign på nytt (F5)</translation>
    </message>
    <message>
        <source>The database as it is</source>
        <translation>Databasen slik den er</translation>
    </message>
    <message>
        <source>There is no difference.</source>
        <translation>Det er ingen forskjell.</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) differ.</source>
        <translation>
            <numerusform>%n objekt er forskjellig.</numerusform>
            <numerusform>%n objekter er forskjellige.</numerusform>
        </translation>
    </message>
    <message>
        <source>To change the database, write a new revision; to keep it as it is, change the declarations.</source>
        <translation>Skriv en ny revisjon for å endre databasen; endre erklæringene for å beholde den slik den er.</translation>
    </message>
    <message>
        <source>Somebody changed it past the revisions: write a revision that says so, or one that takes it back.</source>
        <translation>Noen har endret den utenom revisjonene: skriv en revisjon som sier det, eller en som tar det tilbake.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 av %2</translation>
    </message>
    <message numerus="yes">
        <source>Show %n &amp;more line(s)</source>
        <translation>
            <numerusform>Vis %n linje &amp;til</numerusform>
            <numerusform>Vis %n linjer &amp;til</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) are not shown yet.</source>
        <translation>
            <numerusform>%n linje vises ikke ennå.</numerusform>
            <numerusform>%n linjer vises ikke ennå.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::DumpReading</name>
    <message>
        <source>Read rows of %1</source>
        <translation>Les rader fra %1</translation>
    </message>
</context>
<context>
    <name>roster::DumpXray</name>
    <message>
        <source>Look into %1</source>
        <translation>Se inn i %1</translation>
    </message>
    <message>
        <source>not whole</source>
        <translation>ikke hel</translation>
    </message>
    <message>
        <source>The rows below come before the fault.</source>
        <translation>Radene nedenfor kommer før feilen.</translation>
    </message>
    <message>
        <source>What was read until then is shown. F5 begins anew.</source>
        <translation>Det som var lest til da, vises. F5 begynner på nytt.</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>Leser %1 …</translation>
    </message>
    <message>
        <source>Choose a table.</source>
        <translation>Velg en tabell.</translation>
    </message>
    <message>
        <source>No table with rows.</source>
        <translation>Ingen tabell med rader.</translation>
    </message>
    <message numerus="yes">
        <source>The first %n row(s); search to see others.</source>
        <translation>
            <numerusform>Den første %n raden; søk for å se andre.</numerusform>
            <numerusform>De første %n radene; søk for å se andre.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n rad</numerusform>
            <numerusform>%n rader</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) found</source>
        <translation>
            <numerusform>%n rad funnet</numerusform>
            <numerusform>%n rader funnet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) read so far; scroll for more</source>
        <translation>
            <numerusform>%n rad lest så langt; rull for flere</numerusform>
            <numerusform>%n rader lest så langt; rull for flere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) copied</source>
        <translation>
            <numerusform>%n celle kopiert</numerusform>
            <numerusform>%n celler kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>&amp;Compare with the live rows…</source>
        <translation>Sammenlikn med de &amp;levende radene …</translation>
    </message>
    <message>
        <source>Tables of the backup</source>
        <translation>Tabellene i sikkerhetskopien</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabell</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rader</translation>
    </message>
    <message>
        <source>Database of the cluster dump</source>
        <translation>Database i klyngedumpen</translation>
    </message>
    <message>
        <source>Find rows of the backup</source>
        <translation>Finn rader i sikkerhetskopien</translation>
    </message>
    <message>
        <source>Find in any column (=text: exactly)</source>
        <translation>Finn i alle kolonner (=tekst: nøyaktig)</translation>
    </message>
    <message>
        <source>Rows of the backup</source>
        <translation>Radene i sikkerhetskopien</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopier</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Hvor langt det er kommet</translation>
    </message>
    <message>
        <source>What the selected rows hold that the open database does not</source>
        <translation>Hva de valgte radene har som den åpne databasen ikke har</translation>
    </message>
</context>
<context>
    <name>roster::EditJournal</name>
    <message>
        <source>the folder cannot be made</source>
        <translation>mappen kan ikke opprettes</translation>
    </message>
    <message>
        <source>no file can be made there</source>
        <translation>der kan ingen fil opprettes</translation>
    </message>
    <message>
        <source>too many files were left behind there</source>
        <translation>der ligger det for mange etterlatte filer</translation>
    </message>
    <message>
        <source>Staged edits cannot be kept in %1: %2.</source>
        <translation>Endringer kan ikke tas vare på i %1: %2.</translation>
    </message>
    <message>
        <source>They are safe only while this window lives: commit them soon, or make room.</source>
        <translation>De er bare trygge så lenge dette vinduet lever: lagre dem snart, eller skaff plass.</translation>
    </message>
    <message>
        <source>The edits kept in %1 are not there any more.</source>
        <translation>Endringene i %1 er ikke der lenger.</translation>
    </message>
    <message>
        <source>Another window of Roster may have taken them back.</source>
        <translation>Et annet Roster-vindu kan ha hentet dem tilbake.</translation>
    </message>
</context>
<context>
    <name>roster::EmptyState</name>
    <message>
        <source>Working</source>
        <translation>Arbeider</translation>
    </message>
</context>
<context>
    <name>roster::EnvironmentBadge</name>
    <message>
        <source>Environment: %1</source>
        <translation>Miljø: %1</translation>
    </message>
</context>
<context>
    <name>roster::ErrorBar</name>
    <message>
        <source>SQLSTATE</source>
        <translation>SQLSTATE</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detalj</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Skjema</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabell</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Kolonne</translation>
    </message>
    <message>
        <source>Constraint</source>
        <translation>Skranke</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Setning</translation>
    </message>
    <message>
        <source>Details of the error</source>
        <translation>Detaljer om feilen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopier</translation>
    </message>
    <message>
        <source>Copy the message with all details</source>
        <translation>Kopier meldingen med alle detaljer</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Lukk denne meldingen</translation>
    </message>
    <message>
        <source>Close this message (Esc)</source>
        <translation>Lukk denne meldingen (Esc)</translation>
    </message>
    <message>
        <source>Detai&amp;ls</source>
        <translation>De&amp;taljer</translation>
    </message>
</context>
<context>
    <name>roster::FilterBar</name>
    <message>
        <source>Applied filters</source>
        <translation>Aktive filtre</translation>
    </message>
    <message>
        <source>Search in any column</source>
        <translation>Søk i alle kolonner</translation>
    </message>
    <message>
        <source>Search in any column (F3)</source>
        <translation>Søk i alle kolonner (F3)</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Lagrede filtre</translation>
    </message>
    <message>
        <source>WHERE</source>
        <translation>WHERE</translation>
    </message>
    <message>
        <source>WHERE condition</source>
        <translation>WHERE-betingelse</translation>
    </message>
    <message>
        <source>Limit the rows by an SQL condition</source>
        <translation>Begrens radene med en SQL-betingelse</translation>
    </message>
    <message>
        <source>level &gt; 10 AND name LIKE &apos;A%&apos; — Enter applies it</source>
        <translation>level &gt; 10 AND name LIKE &apos;A%&apos; – trykk Enter for å bruke</translation>
    </message>
    <message>
        <source>&amp;WHERE</source>
        <translation>&amp;WHERE</translation>
    </message>
    <message>
        <source>any column: %1</source>
        <translation>alle kolonner: %1</translation>
    </message>
    <message>
        <source>WHERE %1</source>
        <translation>WHERE %1</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Tøm alle</translation>
    </message>
    <message>
        <source>Only rows with: %1</source>
        <translation>Bare rader med: %1</translation>
    </message>
    <message>
        <source>&amp;Save these filters…</source>
        <translation>&amp;Lagre disse filtrene …</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Glem</translation>
    </message>
    <message>
        <source>Save filters</source>
        <translation>Lagre filtre</translation>
    </message>
    <message>
        <source>Name of these filters:</source>
        <translation>Navn på disse filtrene:</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>Gi &amp;nytt navn</translation>
    </message>
    <message>
        <source>Rename filters</source>
        <translation>Gi filtre nytt navn</translation>
    </message>
</context>
<context>
    <name>roster::FilterRow</name>
    <message>
        <source>Filters by column</source>
        <translation>Filtre etter kolonne</translation>
    </message>
    <message>
        <source>Filter %1</source>
        <translation>Filtrer %1</translation>
    </message>
    <message>
        <source>&gt;10  10..20</source>
        <translation>&gt;10  10..20</translation>
    </message>
    <message>
        <source>&gt;2026-01-01</source>
        <translation>&gt;2026-01-01</translation>
    </message>
    <message>
        <source>true  null</source>
        <translation>true  null</translation>
    </message>
    <message>
        <source>text  =text</source>
        <translation>tekst  =tekst</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>%1, %2
&gt;10  10..20  =Arne  null</source>
        <translation>%1, %2
&gt;10  10..20  =Arne  null</translation>
    </message>
</context>
<context>
    <name>roster::FindBar</name>
    <message>
        <source>Find in all rows</source>
        <translation>Finn i alle rader</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Lukk (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Lukk</translation>
    </message>
</context>
<context>
    <name>roster::GoToDialog</name>
    <message>
        <source>Go to a row of %1</source>
        <translation>Gå til en rad i %1</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gå</translation>
    </message>
</context>
<context>
    <name>roster::GridClipboard</name>
    <message>
        <source>The selected cells form no block: not every row is selected in the same columns.</source>
        <translation>De merkede cellene danner ingen blokk: ikke alle radene er merket i de samme kolonnene.</translation>
    </message>
    <message>
        <source>Select a block, the same columns of several rows, or whole rows.</source>
        <translation>Merk en blokk, de samme kolonnene i flere rader, eller hele rader.</translation>
    </message>
</context>
<context>
    <name>roster::GridEditing</name>
    <message numerus="yes">
        <source>%n rows are too many to duplicate.</source>
        <translation>
            <numerusform>%Ln rad er for mye å duplisere.</numerusform>
            <numerusform>%Ln rader er for mange å duplisere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Select at most %1 rows.</source>
        <translation>Velg høyst %1 rader.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) marked for deletion</source>
        <translation>
            <numerusform>%Ln rad merket for sletting</numerusform>
            <numerusform>%Ln rader merket for sletting</numerusform>
        </translation>
    </message>
    <message>
        <source>The row is no longer on the page.</source>
        <translation>Raden er ikke lenger på siden.</translation>
    </message>
    <message>
        <source>Copy the text, scroll back to the row and paste it there.</source>
        <translation>Kopier teksten, rull tilbake til raden og lim inn der.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) edited; nothing is sent before you commit</source>
        <translation>
            <numerusform>%n rad endret; ingenting sendes før du lagrer</numerusform>
            <numerusform>%n rader endret; ingenting sendes før du lagrer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>duplication of %n row(s)</source>
        <translation>
            <numerusform>duplisering av %n rad</numerusform>
            <numerusform>duplisering av %n rader</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The clipboard holds %n column(s), and there are fewer from here on.</source>
        <translation>
            <numerusform>Utklippstavlen inneholder %n kolonne, og herfra er det færre.</numerusform>
            <numerusform>Utklippstavlen inneholder %n kolonner, og herfra er det færre.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was pasted. Choose the cell that the first value goes to.</source>
        <translation>Ingenting ble limt inn. Velg cellen som den første verdien skal inn i.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) added; nothing is sent before you commit</source>
        <translation>
            <numerusform>%n rad lagt til; ingenting sendes før du lagrer</numerusform>
            <numerusform>%n rader lagt til; ingenting sendes før du lagrer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::HelpDialog</name>
    <message>
        <source>Find the way</source>
        <translation>Finne fram</translation>
    </message>
    <message>
        <source>The button at the top of the sidebar says which database is open and switches to another one. Below it are the tables; a click opens one as a page. Ctrl+B hides the sidebar.</source>
        <translation>Knappen øverst i sidepanelet viser hvilken database som er åpen, og bytter til en annen. Under den står tabellene; et klikk åpner en av dem som side. Ctrl+B skjuler sidepanelet.</translation>
    </message>
    <message>
        <source>Edit safely</source>
        <translation>Redigere trygt</translation>
    </message>
    <message>
        <source>Changes are staged: nothing is written before Commit (Ctrl+S). Until then a page with changes has a dot, Preview SQL shows what would be sent and Discard takes it all back. A commit is one transaction: all of it or nothing.</source>
        <translation>Endringer samles opp: ingenting skrives før du lagrer i databasen (Ctrl+S). Til da har en side med endringer en prikk, Forhåndsvis SQL viser hva som ville blitt sendt, og Forkast tar alt tilbake. En lagring er én transaksjon: alt eller ingenting.</translation>
    </message>
    <message>
        <source>Find rows</source>
        <translation>Finne rader</translation>
    </message>
    <message>
        <source>The row under the headers filters: &gt;10, 10..20, arne (contains), =Arne (equals), null. Ctrl+F goes there, F3 searches every column, Esc clears. A click on a header sorts.</source>
        <translation>Raden under overskriftene filtrerer: &gt;10, 10..20, arne (inneholder), =Arne (er lik), null. Ctrl+F går dit, F3 søker i alle kolonner, Esc tømmer. Et klikk på en overskrift sorterer.</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produksjon</translation>
    </message>
    <message>
        <source>A database is development, staging or production: by its profile, by its own mark (ALTER DATABASE … SET roster.environment), else this computer is development and any other host production. Seeding is refused on production.</source>
        <translation>En database er utvikling, staging eller produksjon: ut fra profilen eller sin egen merking (ALTER DATABASE … SET roster.environment). Ellers er denne maskinen utvikling og alle andre verter produksjon. Å fylle med oppdiktede data nektes i produksjon.</translation>
    </message>
    <message>
        <source>Trouble</source>
        <translation>Når noe går galt</translation>
    </message>
    <message>
        <source>A lost connection is tried again by itself and edits are kept. Details of an error are behind its Details button; Copy takes all of it along. Work that takes long is listed under Jobs and can be stopped.</source>
        <translation>En brutt forbindelse prøves igjen av seg selv, og endringene beholdes. Detaljene om en feil ligger bak knappen Detaljer; Kopier tar med alt. Arbeid som tar tid, står under Jobber og kan stoppes.</translation>
    </message>
    <message>
        <source>First to ninth page</source>
        <translation>Første til niende side</translation>
    </message>
    <message>
        <source>Alt+1 to Alt+9</source>
        <translation>Alt+1 til Alt+9</translation>
    </message>
    <message>
        <source> or </source>
        <translation> eller </translation>
    </message>
    <message>
        <source>Browses and edits the players of a game in PostgreSQL.</source>
        <translation>Viser og redigerer spillerne i et spill i PostgreSQL.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Fri programvare under GNU General Public License, versjon 3 eller senere.</translation>
    </message>
    <message>
        <source>Fill tables</source>
        <translation>Fyll tabeller</translation>
    </message>
    <message>
        <source>Seeders, in the sidebar, fill tables with made-up rows: a preview shows them first, a dry run takes them back, and Past runs removes what a run wrote, but for what somebody edited since.</source>
        <translation>Seedere, i sidepanelet, fyller tabeller med oppdiktede rader: en forhåndsvisning viser dem først, en prøvekjøring tar dem tilbake, og Tidligere kjøringer fjerner det en kjøring skrev, unntatt det noen har endret siden.</translation>
    </message>
</context>
<context>
    <name>roster::HistoryDialog</name>
    <message>
        <source>When</source>
        <translation>Når</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Hvem</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Hva</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Rad</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Kolonne</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Før</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Etter</translation>
    </message>
    <message>
        <source>History of %1</source>
        <translation>Historikk for %1</translation>
    </message>
    <message>
        <source>Commits</source>
        <translation>Lagringer</translation>
    </message>
    <message>
        <source>What the commit changed</source>
        <translation>Hva lagringen endret</translation>
    </message>
    <message>
        <source>Only the row with %1</source>
        <translation>Bare raden med %1</translation>
    </message>
    <message>
        <source>&amp;Kept on this computer for</source>
        <translation>&amp;Oppbevares på denne maskinen i</translation>
    </message>
    <message>
        <source>&amp;Undo this commit</source>
        <translation>&amp;Angre denne lagringen</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n dag</numerusform>
            <numerusform>%n dager</numerusform>
        </translation>
    </message>
    <message>
        <source>ever</source>
        <translation>all framtid</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leser…</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) changed</source>
        <translation>
            <numerusform>%n rad endret</numerusform>
            <numerusform>%n rader endret</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) added</source>
        <translation>
            <numerusform>%n rad lagt til</numerusform>
            <numerusform>%n rader lagt til</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) deleted</source>
        <translation>
            <numerusform>%n rad slettet</numerusform>
            <numerusform>%n rader slettet</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>No commit to this row was kept.</source>
        <translation>Ingen lagring av denne raden er oppbevart.</translation>
    </message>
    <message>
        <source>No commit to this table was kept yet. Each commit made here is kept from now on; in the database itself, too, where it has the schema “roster”.</source>
        <translation>Ingen lagring i denne tabellen er oppbevart ennå. Hver lagring som gjøres her, oppbevares fra nå av; også i selve databasen når den har skjemaet «roster».</translation>
    </message>
    <message>
        <source>Only the first %1 fields are shown; undoing takes all of them.</source>
        <translation>Bare de første %1 feltene vises; angring tar alle.</translation>
    </message>
    <message>
        <source>Undoing stages the values from before, in all rows of the commit; nothing is written before you commit.</source>
        <translation>Angring gjør klar verdiene fra før, i alle radene i lagringen; ingenting skrives før du lagrer.</translation>
    </message>
    <message>
        <source>%1, added</source>
        <translation>%1, lagt til</translation>
    </message>
    <message>
        <source>%1, deleted</source>
        <translation>%1, slettet</translation>
    </message>
    <message>
        <source>Comparing with the rows as they are now…</source>
        <translation>Sammenligner med radene slik de er nå…</translation>
    </message>
</context>
<context>
    <name>roster::JobListModel</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Venter</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Kjører</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Ferdig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Mislyktes</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Avbrutt</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Jobb</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Framdrift</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>Tid brukt</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Feil</translation>
    </message>
</context>
<context>
    <name>roster::JobsPage</name>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>&amp;Remove finished</source>
        <translation>&amp;Fjern fullførte</translation>
    </message>
    <message>
        <source>No jobs yet</source>
        <translation>Ingen jobber ennå</translation>
    </message>
    <message>
        <source>Work that takes time is listed here while it runs and afterwards: seeding, creating tables, exports.</source>
        <translation>Arbeid som tar tid, står her mens det pågår og etterpå: fylling med data, oppretting av tabeller, eksport.</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobber</translation>
    </message>
    <message>
        <source>What the selected job said</source>
        <translation>Hva den valgte jobben meldte</translation>
    </message>
</context>
<context>
    <name>roster::LargeEditor</name>
    <message>
        <source>Loading…</source>
        <translation>Laster …</translation>
    </message>
    <message>
        <source>&amp;Stage</source>
        <translation>&amp;Bruk</translation>
    </message>
    <message>
        <source>Set &amp;NULL</source>
        <translation>Sett &amp;NULL</translation>
    </message>
    <message>
        <source>NULL</source>
        <translation>NULL</translation>
    </message>
    <message>
        <source>%1 of %2 characters</source>
        <translation>%1 av %2 tegn</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%Ln tegn</numerusform>
            <numerusform>%Ln tegn</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was pasted: it has %1 characters, and up to %2 are edited here.</source>
        <translation>Ingenting ble limt inn: teksten har %1 tegn, og her kan inntil %2 redigeres.</translation>
    </message>
    <message>
        <source>%1 characters, of which the first %2 are shown. Copying the cell takes all of them; edit it by a statement.</source>
        <translation>%1 tegn, der de første %2 vises. Kopiering av cellen tar med alle; rediger den med en SQL-setning.</translation>
    </message>
</context>
<context>
    <name>roster::LoadingLine</name>
    <message>
        <source>Loading rows</source>
        <translation>Laster rader</translation>
    </message>
</context>
<context>
    <name>roster::LocalDatabase</name>
    <message>
        <source>The private server was stopped.</source>
        <translation>Den private databasen ble stoppet.</translation>
    </message>
    <message>
        <source>Reconnect starts it again.</source>
        <translation>Koble til igjen starter den på nytt.</translation>
    </message>
</context>
<context>
    <name>roster::LocalPanel</name>
    <message>
        <source>Start and &amp;keep running</source>
        <translation>St&amp;art og hold i gang</translation>
    </message>
    <message>
        <source>St&amp;op</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>&amp;Reset…</source>
        <translation>&amp;Nullstill …</translation>
    </message>
    <message>
        <source>Type %1 to allow it</source>
        <translation>Skriv %1 for å tillate det</translation>
    </message>
    <message>
        <source>A PostgreSQL of your own, made and started when it is needed. Only programs of your account on this computer can reach it.</source>
        <translation>En egen PostgreSQL for deg, som lages og startes ved behov. Bare programmer på din konto på denne maskinen når den.</translation>
    </message>
    <message>
        <source>Delete all its data</source>
        <translation>Slett alle data</translation>
    </message>
    <message>
        <source>The server is stopped and every database in it deleted. Type “%1” to allow it.</source>
        <translation>Tjeneren stoppes, og alle databasene på den slettes. Skriv «%1» for å tillate det.</translation>
    </message>
    <message>
        <source>Not made yet: connecting makes it.</source>
        <translation>Ikke laget ennå: den lages når du kobler til.</translation>
    </message>
    <message>
        <source>Runs since %1, PostgreSQL %2.</source>
        <translation>Kjører siden %1, PostgreSQL %2.</translation>
    </message>
    <message>
        <source>Stopped: connecting starts it.</source>
        <translation>Stoppet: den starter når du kobler til.</translation>
    </message>
    <message>
        <source>It goes on when Roster is closed.</source>
        <translation>Den fortsetter når Roster lukkes.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 i %2</translation>
    </message>
    <message numerus="yes">
        <source>Used by %n program(s).</source>
        <translation>
            <numerusform>Brukes av %Ln program.</numerusform>
            <numerusform>Brukes av %Ln programmer.</numerusform>
        </translation>
    </message>
    <message>
        <source>Starting the private database…</source>
        <translation>Starter den private databasen …</translation>
    </message>
    <message>
        <source>The private database runs and goes on running.</source>
        <translation>Den private databasen kjører og fortsetter å kjøre.</translation>
    </message>
    <message>
        <source>Stopping the private database…</source>
        <translation>Stopper den private databasen …</translation>
    </message>
    <message>
        <source>The private database is stopped.</source>
        <translation>Den private databasen er stoppet.</translation>
    </message>
    <message>
        <source>Deleting the private database…</source>
        <translation>Sletter den private databasen …</translation>
    </message>
    <message>
        <source>The private database is deleted; connecting makes a new one.</source>
        <translation>Den private databasen er slettet. En ny lages når du kobler til.</translation>
    </message>
    <message>
        <source>Nobody uses it: a Roster was killed. Connecting takes it over.</source>
        <translation>Ingen bruker den: en Roster ble drept. Å koble til overtar den.</translation>
    </message>
</context>
<context>
    <name>roster::MainWindow</name>
    <message>
        <source>Help</source>
        <translation>Hjelp</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastatursnarveier</translation>
    </message>
    <message>
        <source>About Roster</source>
        <translation>Om Roster</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Avbryt</translation>
    </message>
    <message>
        <source>No database is open</source>
        <translation>Ingen database er åpen</translation>
    </message>
    <message>
        <source>&amp;Choose a connection</source>
        <translation>Velg til&amp;kobling</translation>
    </message>
    <message>
        <source>&amp;Choose another connection</source>
        <translation>Velg en annen til&amp;kobling</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>Roster</translation>
    </message>
    <message>
        <source>The private database is stopped</source>
        <translation>Den private databasen er stoppet</translation>
    </message>
    <message>
        <source>&amp;Start it</source>
        <translation>&amp;Start den</translation>
    </message>
    <message>
        <source>Tr&amp;y again</source>
        <translation>Prøv i&amp;gjen</translation>
    </message>
</context>
<context>
    <name>roster::MigrationConfirm</name>
    <message>
        <source>C&amp;opy SQL</source>
        <translation>K&amp;opier SQL</translation>
    </message>
    <message>
        <source>Name of the database</source>
        <translation>Databasens navn</translation>
    </message>
    <message>
        <source>This is a production database. To go on, type its name, %1:</source>
        <translation>Dette er en produksjonsdatabase. Skriv navnet dens, %1, for å gå videre:</translation>
    </message>
    <message>
        <source>SQL that is sent</source>
        <translation>SQL som sendes</translation>
    </message>
    <message>
        <source>Make a &amp;backup of the database first</source>
        <translation>Ta en &amp;sikkerhetskopi av databasen først</translation>
    </message>
</context>
<context>
    <name>roster::MigrationListModel</name>
    <message>
        <source>stopped half way</source>
        <translation>stoppet halvveis</translation>
    </message>
    <message>
        <source>file changed since</source>
        <translation>filen er endret siden</translation>
    </message>
    <message>
        <source>current</source>
        <translation>gjeldende</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>venter</translation>
    </message>
    <message>
        <source>head</source>
        <translation>hode</translation>
    </message>
    <message>
        <source>applied elsewhere</source>
        <translation>kjørt et annet sted</translation>
    </message>
    <message>
        <source>applied</source>
        <translation>kjørt</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>ingen fil</translation>
    </message>
    <message>
        <source>Alembic&apos;s</source>
        <translation>Alembics</translation>
    </message>
    <message>
        <source>only in the log</source>
        <translation>bare i loggen</translation>
    </message>
    <message>
        <source>not for this database</source>
        <translation>ikke for denne databasen</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Graf</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revisjon</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Melding</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tilstand</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Laget</translation>
    </message>
</context>
<context>
    <name>roster::MigrationsPage</name>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>Revisjoner</translation>
    </message>
    <message>
        <source>Read files and database again</source>
        <translation>Les filer og database på nytt</translation>
    </message>
    <message>
        <source>Read files and database again (F5)</source>
        <translation>Les filer og database på nytt (F5)</translation>
    </message>
    <message>
        <source>Revisions done</source>
        <translation>Ferdige revisjoner</translation>
    </message>
    <message>
        <source>&amp;Mark the database as being at this revision…</source>
        <translation>&amp;Merk databasen som å stå på denne revisjonen …</translation>
    </message>
    <message>
        <source>&amp;Undo all revisions…</source>
        <translation>&amp;Angre alle revisjoner …</translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation>begynnelsen</translation>
    </message>
    <message>
        <source>&amp;Folder of revisions…</source>
        <translation>&amp;Mappe med revisjoner …</translation>
    </message>
    <message>
        <source>Folder of &amp;Alembic&apos;s…</source>
        <translation>&amp;Alembics mappe …</translation>
    </message>
    <message>
        <source>Only the &amp;built-in revisions</source>
        <translation>Bare de &amp;innebygde revisjonene</translation>
    </message>
    <message>
        <source>&amp;Copy as command</source>
        <translation>&amp;Kopier som kommando</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>&amp;Mer</translation>
    </message>
    <message>
        <source>Reading the history…</source>
        <translation>Leser historien …</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;Prøv igjen</translation>
    </message>
    <message>
        <source>The history could not be read</source>
        <translation>Historien kunne ikke leses</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Prøv igjen</translation>
    </message>
    <message>
        <source>Only the built-in revisions</source>
        <translation>Bare de innebygde revisjonene</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Graf</translation>
    </message>
    <message>
        <source>No revisions yet</source>
        <translation>Ingen revisjoner ennå</translation>
    </message>
    <message>
        <source>A revision is an .sql file that changes the schema and can be taken back. Choose the folder that holds them.</source>
        <translation>En revisjon er en .sql-fil som endrer skjemaet og kan tas tilbake. Velg mappen som har dem.</translation>
    </message>
    <message>
        <source>&amp;Choose a folder…</source>
        <translation>&amp;Velg en mappe …</translation>
    </message>
    <message>
        <source>&amp;Upgrade</source>
        <translation>&amp;Oppgrader</translation>
    </message>
    <message>
        <source>&amp;Downgrade</source>
        <translation>&amp;Nedgrader</translation>
    </message>
    <message>
        <source>&amp;Mark</source>
        <translation>&amp;Merk</translation>
    </message>
    <message numerus="yes">
        <source>%n revision(s) applied</source>
        <translation>
            <numerusform>%n revisjon kjørt</numerusform>
            <numerusform>%n revisjoner kjørt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n revision(s) undone</source>
        <translation>
            <numerusform>%n revisjon angret</numerusform>
            <numerusform>%n revisjoner angret</numerusform>
        </translation>
    </message>
    <message>
        <source>Marked as being at %1</source>
        <translation>Merket som å stå på %1</translation>
    </message>
    <message numerus="yes">
        <source>%n revision(s) will be applied. Nothing has been sent yet.</source>
        <translation>
            <numerusform>%n revisjon blir kjørt. Ingenting er sendt ennå.</numerusform>
            <numerusform>%n revisjoner blir kjørt. Ingenting er sendt ennå.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n revision(s) will be undone. What their tables and columns hold by then is lost. Nothing has been sent yet.</source>
        <translation>
            <numerusform>%n revisjon blir angret. Det som tabellene og kolonnene dens da inneholder, går tapt. Ingenting er sendt ennå.</numerusform>
            <numerusform>%n revisjoner blir angret. Det som tabellene og kolonnene deres da inneholder, går tapt. Ingenting er sendt ennå.</numerusform>
        </translation>
    </message>
    <message>
        <source>No table is touched: the database only counts as being at %1, whatever its tables are.</source>
        <translation>Ingen tabell røres: databasen regnes bare som å stå på %1, uansett hvordan tabellene er.</translation>
    </message>
    <message>
        <source>&amp;Go on with it…</source>
        <translation>&amp;Fortsett med den …</translation>
    </message>
    <message>
        <source>&amp;Upgrade to this…</source>
        <translation>&amp;Oppgrader til denne …</translation>
    </message>
    <message>
        <source>&amp;Undo this…</source>
        <translation>&amp;Angre denne …</translation>
    </message>
    <message>
        <source>Shows the SQL first</source>
        <translation>Viser SQL-en først</translation>
    </message>
    <message>
        <source>This connection may not migrate</source>
        <translation>Denne tilkoblingen får ikke migrere</translation>
    </message>
    <message>
        <source>Alembic manages this database: until its folder has the .py of what is applied here, its own commands stop. Name that folder first (More), and Roster writes it there.</source>
        <translation>Alembic styrer denne databasen: til mappen har .py-filen for det som kjøres her, stopper Alembics egne kommandoer. Oppgi den mappen først (Mer), så skriver Roster den dit.</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>Prøv</translation>
    </message>
    <message>
        <source>All of it runs and is rolled back: nothing is changed, and its locks hold others up while it lasts.</source>
        <translation>Alt kjøres og rulles tilbake: ingenting endres, men låsene holder andre oppe så lenge det varer.</translation>
    </message>
    <message>
        <source>&amp;Rehearse</source>
        <translation>&amp;Prøv</translation>
    </message>
    <message>
        <source>&amp;Show the place</source>
        <translation>&amp;Vis stedet</translation>
    </message>
    <message>
        <source>Folder of Alembic&apos;s</source>
        <translation>Alembics mappe</translation>
    </message>
    <message>
        <source>Folder of revisions</source>
        <translation>Mappe med revisjoner</translation>
    </message>
    <message>
        <source>Upgrade to h&amp;ead…</source>
        <translation>Oppgrader til hode&amp;t …</translation>
    </message>
    <message>
        <source>Do&amp;wngrade to this…</source>
        <translation>&amp;Nedgrader til denne …</translation>
    </message>
    <message>
        <source>M&amp;erge the heads…</source>
        <translation>Slå samm&amp;en hodene …</translation>
    </message>
    <message>
        <source>Writes a revision that joins them; nothing runs</source>
        <translation>Skriver en revisjon som slår dem sammen; ingenting kjøres</translation>
    </message>
    <message>
        <source>Folder for new revisions</source>
        <translation>Mappe for nye revisjoner</translation>
    </message>
    <message>
        <source>Merge the heads</source>
        <translation>Slå sammen hodene</translation>
    </message>
    <message>
        <source>This file will be written to %1. It changes no table: it joins the branches, so that there is one head to upgrade to. Put statements into it where the branches have to be reconciled.</source>
        <translation>Denne filen skrives til %1. Den endrer ingen tabell: den slår sammen grenene, så det er ett hode å oppgradere til. Legg setninger i den der grenene må forlikes.</translation>
    </message>
    <message>
        <source>&amp;Write the file</source>
        <translation>&amp;Skriv filen</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Skrevet: %1</translation>
    </message>
    <message>
        <source>How the &amp;database differs…</source>
        <translation>Hvordan &amp;databasen avviker …</translation>
    </message>
    <message>
        <source>&amp;New revision…</source>
        <translation>&amp;Ny revisjon …</translation>
    </message>
    <message>
        <source>Write a revision from what differs (Ctrl+N)</source>
        <translation>Skriv en revisjon av det som er ulikt (Ctrl+N)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Lagret: %1</translation>
    </message>
    <message>
        <source>Saved: %1, and for Alembic: %2</source>
        <translation>Lagret: %1, og for Alembic: %2</translation>
    </message>
    <message>
        <source>&amp;Squash revisions…</source>
        <translation>&amp;Samle revisjoner …</translation>
    </message>
    <message>
        <source>Squash revisions</source>
        <translation>Samle revisjoner</translation>
    </message>
    <message numerus="yes">
        <source>This file will be written to %1. It makes what %n revision(s) make: that was tried. Keep their files until every database that matters is past the last of them.</source>
        <translation>
            <numerusform>Denne filen skrives til %1. Den lager det %n revisjon lager: det er prøvd. Behold filen dens til alle databaser som betyr noe, er forbi den.</numerusform>
            <numerusform>Denne filen skrives til %1. Den lager det %n revisjoner lager: det er prøvd. Behold filene deres til alle databaser som betyr noe, er forbi den siste av dem.</numerusform>
        </translation>
    </message>
    <message>
        <source>First mend the revisions that are broken</source>
        <translation>Reparer først revisjonene som er ødelagt</translation>
    </message>
    <message>
        <source>Backed up to %1</source>
        <translation>Sikkerhetskopiert til %1</translation>
    </message>
    <message>
        <source>Nothing was migrated.</source>
        <translation>Ingenting ble migrert.</translation>
    </message>
    <message>
        <source>Rows that are there now are lost for good: %1.</source>
        <translation>Rader som finnes nå, går tapt for godt: %1.</translation>
    </message>
</context>
<context>
    <name>roster::NameConfirm</name>
    <message>
        <source>Name of the database</source>
        <translation>Databasens navn</translation>
    </message>
    <message>
        <source>To go on, type the database&apos;s name, %1:</source>
        <translation>Skriv databasens navn, %1, for å gå videre:</translation>
    </message>
</context>
<context>
    <name>roster::NewRevisionWizard</name>
    <message>
        <source>New revision</source>
        <translation>Ny revisjon</translation>
    </message>
    <message>
        <source>&lt; &amp;Back</source>
        <translation>&lt; &amp;Tilbake</translation>
    </message>
    <message>
        <source>&amp;Next &gt;</source>
        <translation>&amp;Neste &gt;</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Lagre</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
</context>
<context>
    <name>roster::NoRowsPanel</name>
    <message>
        <source>&amp;Seed 1,000 players</source>
        <translation>&amp;Fyll med 1000 spillere</translation>
    </message>
    <message>
        <source>&amp;Add a row</source>
        <translation>&amp;Legg til en rad</translation>
    </message>
    <message>
        <source>&amp;Clear filters</source>
        <translation>Tø&amp;m filtre</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Laster …</translation>
    </message>
    <message>
        <source>Fill the table with made-up data, or add the first row by hand.</source>
        <translation>Fyll tabellen med oppdiktede data, eller legg til den første raden for hånd.</translation>
    </message>
    <message>
        <source>Add the first row by hand.</source>
        <translation>Legg til den første raden for hånd.</translation>
    </message>
    <message>
        <source>No row fits the filters</source>
        <translation>Ingen rad passer til filtrene</translation>
    </message>
    <message>
        <source>The rows could not be read</source>
        <translation>Radene kunne ikke leses</translation>
    </message>
    <message>
        <source>The reason stands above.</source>
        <translation>Årsaken står over.</translation>
    </message>
    <message>
        <source>Tr&amp;y again</source>
        <translation>Prøv i&amp;gjen</translation>
    </message>
    <message>
        <source>None of its rows meets all conditions above.</source>
        <translation>Ingen av radene oppfyller alle betingelsene over.</translation>
    </message>
    <message>
        <source>No rows in %1 yet</source>
        <translation>Ingen rader i %1 ennå</translation>
    </message>
    <message>
        <source>No rows in %1</source>
        <translation>Ingen rader i %1</translation>
    </message>
    <message>
        <source>None can be added here.</source>
        <translation>Ingen kan legges til her.</translation>
    </message>
</context>
<context>
    <name>roster::OldDatabases</name>
    <message>
        <source>at work: %1</source>
        <translation>i arbeid: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) in it</source>
        <translation>
            <numerusform>%n økt i den</numerusform>
            <numerusform>%n økter i den</numerusform>
        </translation>
    </message>
    <message>
        <source>was %1 until then</source>
        <translation>var %1 til da</translation>
    </message>
    <message>
        <source>an unfinished restore of %1</source>
        <translation>en uferdig gjenoppretting av %1</translation>
    </message>
    <message>
        <source>Bring it &amp;back…</source>
        <translation>&amp;Hent den tilbake …</translation>
    </message>
    <message>
        <source>&amp;Drop it…</source>
        <translation>&amp;Slett den …</translation>
    </message>
    <message>
        <source>Old databases kept</source>
        <translation>Gamle databaser</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Database</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Hva den er</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alder</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Størrelse</translation>
    </message>
    <message>
        <source>Replaced by</source>
        <translation>Erstattet av</translation>
    </message>
    <message>
        <source>Looking at the server…</source>
        <translation>Ser på tjeneren …</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Prøv igjen</translation>
    </message>
    <message>
        <source>Nothing is left of a restore</source>
        <translation>Ingenting er igjen etter en gjenoppretting</translation>
    </message>
    <message>
        <source>When a restore takes a database&apos;s place, the old one is kept here to be brought back, until you drop it.</source>
        <translation>Når en gjenoppretting tar plassen til en database, beholdes den gamle her så den kan hentes tilbake, til du sletter den.</translation>
    </message>
    <message>
        <source>It belongs to %1</source>
        <translation>Den tilhører %1</translation>
    </message>
    <message>
        <source>Bring back %1</source>
        <translation>Hent tilbake %1</translation>
    </message>
    <message>
        <source>%1 becomes %2 again, as it was. What is %2 now is kept beside it, so this can be undone, too. Whoever is connected is cut off for a moment. What was written since then is only in the one that is kept.</source>
        <translation>%1 blir %2 igjen, slik den var. Det som er %2 nå, beholdes ved siden av, så også dette kan angres. De som er tilkoblet, kobles fra et øyeblikk. Det som er skrevet siden da, finnes bare i den som beholdes.</translation>
    </message>
    <message>
        <source>&amp;Bring it back</source>
        <translation>&amp;Hent den tilbake</translation>
    </message>
    <message>
        <source>%1 is what it was again; what it was until now is kept as %2.</source>
        <translation>%1 er igjen det den var; det den var til nå, er tatt vare på som %2.</translation>
    </message>
    <message>
        <source>Drop %1</source>
        <translation>Slett %1</translation>
    </message>
    <message>
        <source>The database that was %1 until the restore goes for good. The restore cannot be undone then.</source>
        <translation>Databasen som var %1 fram til gjenopprettingen, forsvinner for godt. Gjenopprettingen kan da ikke angres.</translation>
    </message>
    <message>
        <source>What an unfinished restore of %1 left goes. The live database stays as it is.</source>
        <translation>Det en uferdig gjenoppretting av %1 etterlot, forsvinner. Den levende databasen forblir som den er.</translation>
    </message>
    <message>
        <source>&amp;Drop it</source>
        <translation>&amp;Slett den</translation>
    </message>
    <message>
        <source>%1 is dropped</source>
        <translation>%1 er slettet</translation>
    </message>
</context>
<context>
    <name>roster::PageActions</name>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Oppdater</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>&amp;Filter column</source>
        <translation>&amp;Filtrer kolonne</translation>
    </message>
    <message>
        <source>&amp;WHERE condition</source>
        <translation>&amp;WHERE-betingelse</translation>
    </message>
    <message>
        <source>&amp;Go to row by key…</source>
        <translation>&amp;Gå til rad med nøkkel …</translation>
    </message>
    <message>
        <source>&amp;Add row</source>
        <translation>&amp;Ny rad</translation>
    </message>
    <message>
        <source>&amp;Delete rows</source>
        <translation>Slett &amp;rader</translation>
    </message>
    <message>
        <source>Set &amp;NULL</source>
        <translation>Sett N&amp;ULL</translation>
    </message>
    <message>
        <source>&amp;Large editor…</source>
        <translation>S&amp;tort redigeringsfelt …</translation>
    </message>
    <message>
        <source>Re&amp;vert selection</source>
        <translation>Til&amp;bakestill utvalget</translation>
    </message>
    <message>
        <source>&amp;Commit</source>
        <translation>&amp;Lagre i databasen</translation>
    </message>
    <message>
        <source>&amp;Preview SQL…</source>
        <translation>Forhåndsvis S&amp;QL…</translation>
    </message>
    <message>
        <source>D&amp;iscard all…</source>
        <translation>For&amp;kast alle …</translation>
    </message>
    <message>
        <source>Preview SQL</source>
        <translation>Forhåndsvis SQL</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Forkast</translation>
    </message>
    <message>
        <source>Copy with &amp;headers</source>
        <translation>Kopier m&amp;ed overskrifter</translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>Kopier som &amp;JSON</translation>
    </message>
    <message>
        <source>Find ne&amp;xt</source>
        <translation>Finn nes&amp;te</translation>
    </message>
    <message>
        <source>Search in an&amp;y column</source>
        <translation>Søk i alle &amp;kolonner</translation>
    </message>
    <message>
        <source>Find in all r&amp;ows…</source>
        <translation>Finn i alle ra&amp;der …</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Finn forrige</translation>
    </message>
    <message>
        <source>Coun&amp;t exactly</source>
        <translation>Tell nø&amp;yaktig</translation>
    </message>
    <message>
        <source>Reset colu&amp;mns</source>
        <translation>Tilbakestill kolo&amp;nner</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopier</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Kopier som CSV</translation>
    </message>
    <message>
        <source>Copy as INSERT</source>
        <translation>Kopier som INSERT</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>Kopier som kommando</translation>
    </message>
    <message>
        <source>The command line that writes these rows</source>
        <translation>Kommandolinjen som skriver disse radene</translation>
    </message>
    <message>
        <source>Select all rows</source>
        <translation>Velg alle rader</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Lim inn</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Fjern filtre</translation>
    </message>
    <message>
        <source>Duplicate rows</source>
        <translation>Dupliser rader</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Angre</translation>
    </message>
    <message>
        <source>R&amp;edo</source>
        <translation>Gj&amp;enta</translation>
    </message>
    <message>
        <source>Paste as new rows</source>
        <translation>Lim inn som nye rader</translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation>Fyll nedover</translation>
    </message>
    <message>
        <source>Set values…</source>
        <translation>Sett verdier…</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>Historikk…</translation>
    </message>
    <message>
        <source>History of the row…</source>
        <translation>Radens historikk…</translation>
    </message>
</context>
<context>
    <name>roster::PageFooter</name>
    <message>
        <source>Rows shown</source>
        <translation>Viste rader</translation>
    </message>
    <message>
        <source>no rows</source>
        <translation>ingen rader</translation>
    </message>
    <message>
        <source>rows %1%2–%3 of %4</source>
        <translation>rad %1%2–%3 av %4</translation>
    </message>
    <message>
        <source> · %1 selected</source>
        <translation> · %1 valgt</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Teller …</translation>
    </message>
    <message>
        <source>Count exactly</source>
        <translation>Tell nøyaktig</translation>
    </message>
    <message>
        <source>Commit (%1)</source>
        <translation>Lagre (%1)</translation>
    </message>
    <message>
        <source>slower: no index</source>
        <translation>tregere: ingen indeks</translation>
    </message>
</context>
<context>
    <name>roster::PageTabs</name>
    <message>
        <source>Open pages</source>
        <translation>Åpne sider</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>Lukk %1</translation>
    </message>
    <message>
        <source>Close this page (Ctrl+W)</source>
        <translation>Lukk denne siden (Ctrl+W)</translation>
    </message>
    <message>
        <source>%1: not committed yet</source>
        <translation>%1: ikke lagret i databasen ennå</translation>
    </message>
</context>
<context>
    <name>roster::PendingBar</name>
    <message>
        <source>Nothing runs by itself.</source>
        <translation>Ingenting kjøres av seg selv.</translation>
    </message>
    <message>
        <source>The database has tables and no history yet. If they are what the revision makes, mark it as applied.</source>
        <translation>Databasen har tabeller og ingen historie ennå. Er de det revisjonen lager, kan du merke den som kjørt.</translation>
    </message>
    <message>
        <source>Sh&amp;ow</source>
        <translation>V&amp;is</translation>
    </message>
    <message>
        <source>They do not run by themselves: %1</source>
        <translation>De kjøres ikke av seg selv: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n reviewed revision(s) were applied, since this is a development database.</source>
        <translation>
            <numerusform>%n gjennomgått revisjon ble kjørt, siden dette er en utviklingsdatabase.</numerusform>
            <numerusform>%n gjennomgåtte revisjoner ble kjørt, siden dette er en utviklingsdatabase.</numerusform>
        </translation>
    </message>
    <message>
        <source>The preferences can turn that off.</source>
        <translation>Det kan slås av i innstillingene.</translation>
    </message>
</context>
<context>
    <name>roster::PlanAnswerDelegate</name>
    <message>
        <source>Only a new name? %1</source>
        <translation>Bare nytt navn? %1</translation>
    </message>
    <message>
        <source>Rows that exist get: %1</source>
        <translation>Rader som finnes, får: %1</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>en verdi</translation>
    </message>
</context>
<context>
    <name>roster::PositionBar</name>
    <message>
        <source>Position in the table</source>
        <translation>Plass i tabellen</translation>
    </message>
    <message>
        <source>Row %1 of %2</source>
        <translation>Rad %1 av %2</translation>
    </message>
</context>
<context>
    <name>roster::PreferencesDialog</name>
    <message>
        <source>As the system</source>
        <translation>Som systemet</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Lyst</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Mørkt</translation>
    </message>
</context>
<context>
    <name>roster::PreviewDialog</name>
    <message>
        <source>Preview SQL</source>
        <translation>Forhåndsvis SQL</translation>
    </message>
    <message>
        <source>SQL of the commit</source>
        <translation>SQL for lagringen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopier</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) in one transaction. Nothing has been sent yet.</source>
        <translation>
            <numerusform>%Ln endring i én transaksjon. Ingenting er sendt ennå.</numerusform>
            <numerusform>%Ln endringer i én transaksjon. Ingenting er sendt ennå.</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing the statements…</source>
        <translation>Skriver setningene …</translation>
    </message>
    <message>
        <source>Only the beginning is shown; Copy takes all of it.</source>
        <translation>Bare begynnelsen vises; Kopier tar med alt.</translation>
    </message>
</context>
<context>
    <name>roster::RescueDialog</name>
    <message>
        <source>One of the rows is too long to be compared: only its beginning was read.</source>
        <translation>En av radene er for lang til å sammenliknes: bare begynnelsen ble lest.</translation>
    </message>
    <message>
        <source>Choose other rows, or restore the backup as a new database.</source>
        <translation>Velg andre rader, eller gjenopprett sikkerhetskopien som en ny database.</translation>
    </message>
    <message>
        <source>Read the columns of %1</source>
        <translation>Les kolonnene i %1</translation>
    </message>
    <message>
        <source>%1 (key)</source>
        <translation>%1 (nøkkel)</translation>
    </message>
    <message>
        <source>%1 (no such column any more)</source>
        <translation>%1 (kolonnen finnes ikke lenger)</translation>
    </message>
    <message>
        <source>%1 (the server fills it)</source>
        <translation>%1 (tjeneren fyller den ut)</translation>
    </message>
    <message>
        <source>Compare rows of %1 with a backup</source>
        <translation>Sammenlikn rader i %1 med en sikkerhetskopi</translation>
    </message>
    <message>
        <source>A value may not fit its column&apos;s type any more: leave that field out.</source>
        <translation>En verdi passer kanskje ikke lenger til kolonnens type: la det feltet være ute.</translation>
    </message>
    <message>
        <source>missing: it will be added</source>
        <translation>mangler: den legges til</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>lik</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) differ</source>
        <translation>
            <numerusform>%n felt er ulikt</numerusform>
            <numerusform>%n felt er ulike</numerusform>
        </translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Sammenlikner …</translation>
    </message>
    <message>
        <source>Missing: %1. Different: %2. The same: %3.</source>
        <translation>Mangler: %1. Ulike: %2. Like: %3.</translation>
    </message>
    <message>
        <source>&amp;Stage on the table&apos;s page (%1)</source>
        <translation>&amp;Sett opp på tabellens side (%1)</translation>
    </message>
    <message>
        <source>Only &amp;different rows</source>
        <translation>Bare &amp;ulike rader</translation>
    </message>
    <message>
        <source>Rows of the backup and the live ones</source>
        <translation>Radene i sikkerhetskopien og de levende</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of %1 in the backup, beside those of %2 by primary key. Nothing is written here: what you choose is staged on the table&apos;s page, to be reviewed and committed there.</source>
        <translation>
            <numerusform>%n rad i %1 fra sikkerhetskopien, ved siden av dem i %2 etter primærnøkkel. Ingenting skrives her: det du velger, blir ulagrede endringer på tabellens side, der du ser over og lagrer dem.</numerusform>
            <numerusform>%n rader i %1 fra sikkerhetskopien, ved siden av dem i %2 etter primærnøkkel. Ingenting skrives her: det du velger, blir ulagrede endringer på tabellens side, der du ser over og lagrer dem.</numerusform>
        </translation>
    </message>
    <message>
        <source>Fields to take back</source>
        <translation>Felt som hentes tilbake</translation>
    </message>
    <message>
        <source>&amp;Fields</source>
        <translation>&amp;Felt</translation>
    </message>
    <message>
        <source>Filter the rows</source>
        <translation>Filtrer radene</translation>
    </message>
    <message>
        <source>Filter: only rows that hold this are staged</source>
        <translation>Filter: bare rader som har dette, tas med</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Forskjeller</translation>
    </message>
    <message>
        <source>Row, field</source>
        <translation>Rad, felt</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Levende</translation>
    </message>
    <message>
        <source>In the backup</source>
        <translation>I sikkerhetskopien</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Sammenlikner</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Lukk</translation>
    </message>
</context>
<context>
    <name>roster::RestoreComparePage</name>
    <message>
        <source>no such table</source>
        <translation>ingen slik tabell</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>Before it counts</source>
        <translation>Før det gjelder</translation>
    </message>
    <message>
        <source>Rows, live and restored</source>
        <translation>Rader, levende og gjenopprettet</translation>
    </message>
    <message>
        <source>Name of the database</source>
        <translation>Databasens navn</translation>
    </message>
    <message>
        <source>&amp;Replace %1</source>
        <translation>&amp;Erstatt %1</translation>
    </message>
    <message>
        <source>&amp;Make it %1</source>
        <translation>&amp;La den bli %1</translation>
    </message>
    <message>
        <source>What %1 has now against what would take its place.</source>
        <translation>Det %1 har nå, mot det som ville ta plassen.</translation>
    </message>
    <message>
        <source>Whoever is connected is cut off for a moment. What is live now is kept and can be brought back. To go on, type the database&apos;s name, %1:</source>
        <translation>De som er tilkoblet, kobles fra et øyeblikk. Det som er levende nå, beholdes og kan hentes tilbake. Skriv databasens navn, %1, for å gå videre:</translation>
    </message>
    <message>
        <source>It is restored and checked, and gets its name now.</source>
        <translation>Den er gjenopprettet og kontrollert, og får navnet sitt nå.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabell</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Nå</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Etterpå</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Forskjell</translation>
    </message>
    <message>
        <source>Newest, now → then</source>
        <translation>Nyeste, nå → etterpå</translation>
    </message>
    <message>
        <source>By the counts: %1 rows fewer, %2 rows more. Whatever they say, what was written since the backup is not in it.</source>
        <translation>Etter tellingen: %1 færre rader, %2 flere. Hva den enn sier: det som er skrevet siden sikkerhetskopien, er ikke med.</translation>
    </message>
    <message>
        <source>Revision now %1, then %2: the schema is another one.</source>
        <translation>Revisjon nå %1, etterpå %2: skjemaet er et annet.</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rader</translation>
    </message>
    <message numerus="yes">
        <source>%1 rows in %n table(s), counted.</source>
        <translation>
            <numerusform>%1 rader i %n tabell, talt.</numerusform>
            <numerusform>%1 rader i %n tabeller, talt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::RestoreFilePage</name>
    <message>
        <source>What is in it</source>
        <translation>Hva som er i den</translation>
    </message>
    <message>
        <source>The file is read to its end. No server is touched.</source>
        <translation>Filen leses til slutten. Ingen tjener røres.</translation>
    </message>
    <message>
        <source>File of the backup</source>
        <translation>Sikkerhetskopiens fil</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Hvor langt den er kommet</translation>
    </message>
    <message>
        <source>Tables in it</source>
        <translation>Tabeller i den</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabell</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rader</translation>
    </message>
    <message>
        <source>&amp;Another file…</source>
        <translation>&amp;En annen fil …</translation>
    </message>
    <message>
        <source>A backup</source>
        <translation>En sikkerhetskopi</translation>
    </message>
    <message>
        <source>Reading it to its end…</source>
        <translation>Leser den til slutten …</translation>
    </message>
    <message>
        <source>This file cannot be restored. Nothing was changed.</source>
        <translation>Denne filen kan ikke gjenopprettes. Ingenting ble endret.</translation>
    </message>
    <message numerus="yes">
        <source>Whole: read to its end. %1 rows in %n table(s), format %2.</source>
        <translation>
            <numerusform>Hel: lest til slutten. %1 rader i %n tabell, format %2.</numerusform>
            <numerusform>Hel: lest til slutten. %1 rader i %n tabeller, format %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>A backup of %1 by Roster, of %2; each table&apos;s rows are compared with what it counted then.</source>
        <translation>En sikkerhetskopi av %1 laget av Roster, fra %2; radene i hver tabell sammenlignes med det som ble talt da.</translation>
    </message>
    <message>
        <source>There is no checksum beside it: that no byte changed cannot be said.</source>
        <translation>Det er ingen kontrollsum ved siden av: at ingen byte er endret, kan ikke sies.</translation>
    </message>
    <message>
        <source>It needs the extensions: %1</source>
        <translation>Den trenger utvidelsene: %1</translation>
    </message>
    <message>
        <source>&amp;Database in it:</source>
        <translation>&amp;Database i den:</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 rows in %n table(s)</source>
        <translation>
            <numerusform>%1: %2 rader i %n tabell</numerusform>
            <numerusform>%1: %2 rader i %n tabeller</numerusform>
        </translation>
    </message>
    <message>
        <source>choose one</source>
        <translation>velg en</translation>
    </message>
    <message numerus="yes">
        <source>It holds %n database(s) of a whole server. Choose the one that is to be restored; nothing else of the file is run.</source>
        <translation>
            <numerusform>Den inneholder %n database fra en hel server. Velg den som skal gjenopprettes; ingenting annet i filen kjøres.</numerusform>
            <numerusform>Den inneholder %n databaser fra en hel server. Velg den som skal gjenopprettes; ingenting annet i filen kjøres.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::RestoreInPlacePage</name>
    <message>
        <source>also &amp;without a verified backup of it that is younger than an hour</source>
        <translation>også &amp;uten en kontrollert sikkerhetskopi av den som er yngre enn en time</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>In place</source>
        <translation>På stedet</translation>
    </message>
    <message>
        <source>Name of the database</source>
        <translation>Databasens navn</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Hvor langt det er kommet</translation>
    </message>
    <message>
        <source>What the dump&apos;s schemas hold in %1 is dropped, the dump is run, checked, and only then committed. Whatever fails before: nothing has changed.</source>
        <translation>Det skjemaene i dumpen har i %1, slettes, dumpen kjøres, kontrolleres, og først da gjelder det. Hva enn som feiler før det: ingenting er endret.</translation>
    </message>
    <message>
        <source>&amp;Restore into %1</source>
        <translation>&amp;Gjenopprett i %1</translation>
    </message>
    <message>
        <source>To go on, type the database&apos;s name, %1:</source>
        <translation>For å gå videre, skriv databasens navn, %1:</translation>
    </message>
</context>
<context>
    <name>roster::RestorePreflightPage</name>
    <message>
        <source>What the server says</source>
        <translation>Hva tjeneren sier</translation>
    </message>
    <message>
        <source>Only looked at so far. The next step builds a database beside the live one; the live one stays as it is.</source>
        <translation>Hittil er det bare sett etter. Neste trinn bygger en database ved siden av den levende; den levende forblir som den er.</translation>
    </message>
    <message>
        <source>&amp;Restore beside it</source>
        <translation>&amp;Gjenopprett ved siden av</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>&amp;Se en gang til</translation>
    </message>
    <message>
        <source>Looking at the server…</source>
        <translation>Ser på tjeneren …</translation>
    </message>
    <message>
        <source>Nothing is in the way.</source>
        <translation>Ingenting står i veien.</translation>
    </message>
    <message>
        <source>Roles that this server has not: %1</source>
        <translation>Roller som denne tjeneren ikke har: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) are in it now and would be ended at the swap:</source>
        <translation>
            <numerusform>%n økt er i den nå og ville bli avsluttet ved byttet:</numerusform>
            <numerusform>%n økter er i den nå og ville bli avsluttet ved byttet:</numerusform>
        </translation>
    </message>
    <message>
        <source>Only looked at so far.</source>
        <translation>Bare sett på så langt.</translation>
    </message>
    <message>
        <source>&amp;Next &gt;</source>
        <translation>&amp;Neste &gt;</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) are in it now; they stay, and wait while it is restored:</source>
        <translation>
            <numerusform>%n økt er i den nå; den blir, og venter mens det gjenopprettes:</numerusform>
            <numerusform>%n økter er i den nå; de blir, og venter mens det gjenopprettes:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::RestoreReceiptPage</name>
    <message>
        <source>&amp;Undo…</source>
        <translation>&amp;Angre …</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Ferdig</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Hva som ble gjort</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>K&amp;opier</translation>
    </message>
    <message>
        <source>%1 is there.</source>
        <translation>%1 er på plass.</translation>
    </message>
    <message>
        <source>What was live before is kept as %1.</source>
        <translation>Det som var levende før, er tatt vare på som %1.</translation>
    </message>
    <message numerus="yes">
        <source>%1 is empty: %n table(s).</source>
        <translation>
            <numerusform>%1 er tom: %n tabell.</numerusform>
            <numerusform>%1 er tom: %n tabeller.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is restored from %2: %3 rows in %n table(s).</source>
        <translation>
            <numerusform>%1 er gjenopprettet fra %2: %3 rader i %n tabell.</numerusform>
            <numerusform>%1 er gjenopprettet fra %2: %3 rader i %n tabeller.</numerusform>
        </translation>
    </message>
    <message>
        <source>Revision: %1</source>
        <translation>Revisjon: %1</translation>
    </message>
    <message numerus="yes">
        <source>Nobody could connect for %1 ms; %n session(s) were ended.</source>
        <translation>
            <numerusform>Ingen kunne koble seg til i %1 ms; %n økt ble avsluttet.</numerusform>
            <numerusform>Ingen kunne koble seg til i %1 ms; %n økter ble avsluttet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::RestoreRunPage</name>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>Building it empty</source>
        <translation>Bygger den tom</translation>
    </message>
    <message>
        <source>Restoring beside it</source>
        <translation>Gjenoppretter ved siden av</translation>
    </message>
    <message>
        <source>%1 stays as it is meanwhile.</source>
        <translation>%1 forblir som den er imens.</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Hvor langt den er kommet</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Trinn</translation>
    </message>
    <message>
        <source>about %1 more for the file</source>
        <translation>omtrent %1 til for filen</translation>
    </message>
    <message>
        <source>Stopped. %1 is as it was.</source>
        <translation>Stoppet. %1 er som den var.</translation>
    </message>
    <message>
        <source>It failed. %1 is as it was.</source>
        <translation>Det mislyktes. %1 er som den var.</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Prøv igjen</translation>
    </message>
    <message>
        <source>Done and checked. Go on to see what it changes.</source>
        <translation>Ferdig og kontrollert. Gå videre for å se hva den endrer.</translation>
    </message>
</context>
<context>
    <name>roster::RestoreTargetPage</name>
    <message>
        <source>as a &amp;new database, named</source>
        <translation>som en &amp;ny database, kalt</translation>
    </message>
    <message>
        <source>in the &amp;place of %1</source>
        <translation>i &amp;stedet for %1</translation>
    </message>
    <message>
        <source>Where it goes</source>
        <translation>Hvor den skal</translation>
    </message>
    <message>
        <source>Name of the new database</source>
        <translation>Den nye databasens navn</translation>
    </message>
    <message>
        <source>You see what would be lost and won before it counts, and type its name then. What is there now is kept, to be brought back. Owner, grants and settings stay.</source>
        <translation>Du ser hva som ville gå tapt og vinnes før det gjelder, og skriver navnet da. Det som er der nå, beholdes så det kan hentes tilbake. Eier, rettigheter og innstillinger blir stående.</translation>
    </message>
    <message>
        <source>To look into it, or to take single rows out of it. Nothing that is there now is touched.</source>
        <translation>For å se i den, eller for å hente enkelte rader ut av den. Ingenting som er der nå, røres.</translation>
    </message>
    <message>
        <source>A name has 1 to 63 bytes.</source>
        <translation>Et navn har 1 til 63 byte.</translation>
    </message>
    <message>
        <source>&amp;into %1 itself, in one transaction</source>
        <translation>&amp;i selve %1, i én transaksjon</translation>
    </message>
    <message>
        <source>The first two are restored into a database of their own, and checked there.</source>
        <translation>De to første gjenopprettes i en egen database, og kontrolleres der.</translation>
    </message>
    <message>
        <source>Only where no second database can be made. It is checked before it counts, but: %1</source>
        <translation>Bare der det ikke kan lages en database til. Det kontrolleres før det gjelder, men: %1</translation>
    </message>
    <message>
        <source>The role %1 may not create databases (ALTER ROLE … CREATEDB would let it): only the last way is open.</source>
        <translation>Rollen %1 kan ikke lage databaser (ALTER ROLE … CREATEDB ville la den): bare den siste veien er åpen.</translation>
    </message>
</context>
<context>
    <name>roster::RestoreWizard</name>
    <message>
        <source>Empty %1</source>
        <translation>Tøm %1</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Gjenopprett en sikkerhetskopi</translation>
    </message>
    <message>
        <source>&lt; &amp;Back</source>
        <translation>&lt; &amp;Tilbake</translation>
    </message>
    <message>
        <source>&amp;Next &gt;</source>
        <translation>&amp;Neste &gt;</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Lukk</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Give it up?</source>
        <translation>Gi det opp?</translation>
    </message>
    <message>
        <source>What was built beside it so far is dropped. %1 stays as it is.</source>
        <translation>Det som er bygget ved siden av så langt, slettes. %1 forblir som den er.</translation>
    </message>
    <message>
        <source>&amp;Give it up</source>
        <translation>&amp;Gi det opp</translation>
    </message>
    <message>
        <source>What was done so far is rolled back. %1 stays as it is.</source>
        <translation>Det som er gjort så langt, rulles tilbake. %1 blir som den er.</translation>
    </message>
</context>
<context>
    <name>roster::RevisionChangesPage</name>
    <message>
        <source>What differs</source>
        <translation>Det som er ulikt</translation>
    </message>
    <message>
        <source>Untick what this revision is not to do, and answer what only you can know.</source>
        <translation>Fjern haken ved det denne revisjonen ikke skal gjøre, og svar på det bare du kan vite.</translation>
    </message>
    <message>
        <source>Comparing the declared tables with the database…</source>
        <translation>Sammenligner de erklærte tabellene med databasen …</translation>
    </message>
    <message>
        <source>The database could not be compared</source>
        <translation>Databasen kunne ikke sammenlignes</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Prøv igjen</translation>
    </message>
    <message>
        <source>Only for speed, and left out, since Alembic would propose to drop it: %1.</source>
        <translation>Bare for farten, og utelatt, siden Alembic ville foreslå å slette det: %1.</translation>
    </message>
    <message>
        <source>Nothing differs</source>
        <translation>Ingenting er ulikt</translation>
    </message>
    <message>
        <source>The tables are as they are declared: there is nothing to write. You can begin with an empty revision.</source>
        <translation>Tabellene er slik de er erklært: det er ingenting å skrive. Du kan begynne med en tom revisjon.</translation>
    </message>
    <message>
        <source>&amp;Empty revision</source>
        <translation>&amp;Tom revisjon</translation>
    </message>
    <message>
        <source>Ticked along, since it is needed: %1.</source>
        <translation>Huket av samtidig, fordi det trengs: %1.</translation>
    </message>
    <message>
        <source>Unticked along, since it needs this: %1.</source>
        <translation>Tatt bort samtidig, fordi det trenger dette: %1.</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Sammenligner …</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) to answer before it goes on.</source>
        <translation>
            <numerusform>%n spørsmål må besvares før det går videre.</numerusform>
            <numerusform>%n spørsmål må besvares før det går videre.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is ticked.</source>
        <translation>Ingenting er huket av.</translation>
    </message>
</context>
<context>
    <name>roster::RevisionDetails</name>
    <message>
        <source>SQL of the upgrade</source>
        <translation>SQL for oppgraderingen</translation>
    </message>
    <message>
        <source>SQL of the downgrade</source>
        <translation>SQL for nedgraderingen</translation>
    </message>
    <message>
        <source>Findings of lint</source>
        <translation>Funn i gjennomgangen</translation>
    </message>
    <message>
        <source>What it locks</source>
        <translation>Hva den låser</translation>
    </message>
    <message>
        <source>How the file was changed</source>
        <translation>Hvordan filen ble endret</translation>
    </message>
    <message>
        <source>No revision is chosen.</source>
        <translation>Ingen revisjon er valgt.</translation>
    </message>
    <message>
        <source>A rehearsal runs it in a transaction that is rolled back, and lists the locks that it really took and for how long.</source>
        <translation>En prøve kjører den i en transaksjon som rulles tilbake, og viser hvilke låser den virkelig tok, og hvor lenge.</translation>
    </message>
    <message>
        <source>Looking through it…</source>
        <translation>Ser gjennom den …</translation>
    </message>
    <message>
        <source>Only what Roster can run is looked through.</source>
        <translation>Bare det Roster kan kjøre, blir sett gjennom.</translation>
    </message>
    <message>
        <source>Alembic&apos;s file holds Python, no SQL.</source>
        <translation>Alembics fil inneholder Python, ikke SQL.</translation>
    </message>
    <message>
        <source>No statements.</source>
        <translation>Ingen setninger.</translation>
    </message>
    <message>
        <source>&amp;Rehearse the upgrade</source>
        <translation>&amp;Prøv oppgraderingen</translation>
    </message>
    <message>
        <source>&amp;Rehearse the downgrade</source>
        <translation>&amp;Prøv nedgraderingen</translation>
    </message>
    <message>
        <source>It is being tried…</source>
        <translation>Den blir prøvd …</translation>
    </message>
    <message>
        <source>Upgrade</source>
        <translation>Oppgradering</translation>
    </message>
    <message>
        <source>Downgrade</source>
        <translation>Nedgradering</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Funn</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>Låser</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Endring</translation>
    </message>
    <message>
        <source>Findings (%1)</source>
        <translation>Funn (%1)</translation>
    </message>
    <message>
        <source>In its way</source>
        <translation>I veien</translation>
    </message>
    <message>
        <source>In its way (%1)</source>
        <translation>I veien (%1)</translation>
    </message>
</context>
<context>
    <name>roster::RevisionEditorPage</name>
    <message>
        <source>The file</source>
        <translation>Filen</translation>
    </message>
    <message>
        <source>Change it where you know better. Saving writes the file; nothing runs before you upgrade.</source>
        <translation>Endre den der du vet bedre. Lagre skriver filen; ingenting kjøres før du oppgraderer.</translation>
    </message>
    <message>
        <source>What there is to say about it</source>
        <translation>Hva det er å si om den</translation>
    </message>
    <message>
        <source>Looking through it…</source>
        <translation>Ser gjennom den …</translation>
    </message>
    <message>
        <source>It could not be looked through; it can be saved all the same.</source>
        <translation>Den kunne ikke ses gjennom; den kan lagres likevel.</translation>
    </message>
    <message>
        <source>It can be saved.</source>
        <translation>Den kan lagres.</translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s); it can be saved.</source>
        <translation>
            <numerusform>%n merknad; den kan lagres.</numerusform>
            <numerusform>%n merknader; den kan lagres.</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to line %1, column %2</source>
        <translation>Gå til linje %1, kolonne %2</translation>
    </message>
    <message>
        <source>Line %1: it cannot be saved like this.</source>
        <translation>Linje %1: den kan ikke lagres slik.</translation>
    </message>
    <message>
        <source>It was not saved.</source>
        <translation>Den ble ikke lagret.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Lagrer …</translation>
    </message>
</context>
<context>
    <name>roster::RevisionLocksView</name>
    <message>
        <source>prepared</source>
        <translation>forberedt</translation>
    </message>
    <message>
        <source>%1: not there now</source>
        <translation>%1: finnes ikke nå</translation>
    </message>
    <message>
        <source>%1 (%2): %3, rows not counted yet</source>
        <translation>%1 (%2): %3, rader ikke talt ennå</translation>
    </message>
    <message>
        <source>%1 (%2): about %3 rows, %4</source>
        <translation>%1 (%2): omtrent %3 rader, %4</translation>
    </message>
    <message>
        <source>Sessions in its way</source>
        <translation>Økter i veien for den</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Prosess</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Bruker</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Siden</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tilstand</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabell</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Lås</translation>
    </message>
    <message>
        <source>Last statement</source>
        <translation>Siste setning</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Spør …</translation>
    </message>
    <message>
        <source>Roster does not run it: nothing to tell.</source>
        <translation>Roster kjører den ikke: ingenting å fortelle.</translation>
    </message>
    <message>
        <source>It locks nothing that is there.</source>
        <translation>Den låser ingenting av det som finnes.</translation>
    </message>
    <message>
        <source>It will lock:</source>
        <translation>Den vil låse:</translation>
    </message>
    <message>
        <source>Nobody is in its way now.</source>
        <translation>Ingen er i veien for den nå.</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) in its way now:</source>
        <translation>
            <numerusform>%n økt i veien for den nå:</numerusform>
            <numerusform>%n økter i veien for den nå:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::RevisionMessagePage</name>
    <message>
        <source>It is the first revision.</source>
        <translation>Det er den første revisjonen.</translation>
    </message>
    <message>
        <source>It stands on %1.</source>
        <translation>Den bygger på %1.</translation>
    </message>
    <message>
        <source>What differs between the &amp;declared tables and the database</source>
        <translation>Det som er ulikt mellom de &amp;erklærte tabellene og databasen</translation>
    </message>
    <message>
        <source>&amp;Empty: the statements are written by hand</source>
        <translation>&amp;Tom: setningene skrives for hånd</translation>
    </message>
    <message>
        <source>New revision</source>
        <translation>Ny revisjon</translation>
    </message>
    <message>
        <source>A revision is an .sql file that changes the schema and can be taken back.</source>
        <translation>En revisjon er en .sql-fil som endrer skjemaet og kan tas tilbake.</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Hva den gjør</translation>
    </message>
    <message>
        <source>add guilds</source>
        <translation>legg til laug</translation>
    </message>
    <message>
        <source>&amp;What it does:</source>
        <translation>&amp;Hva den gjør:</translation>
    </message>
    <message>
        <source>It begins with:</source>
        <translation>Den begynner med:</translation>
    </message>
    <message>
        <source>&amp;Folder of revisions:</source>
        <translation>&amp;Revisjonsmappe:</translation>
    </message>
    <message>
        <source>Folder of revisions</source>
        <translation>Revisjonsmappe</translation>
    </message>
    <message>
        <source>Folder of &amp;Alembic&apos;s:</source>
        <translation>&amp;Alembics mappe:</translation>
    </message>
    <message>
        <source>Folder of Alembic&apos;s</source>
        <translation>Alembics mappe</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>ikke valgt</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Velg …</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Velg: %1</translation>
    </message>
    <message>
        <source>Revisions are pending: the database cannot be compared before they are applied.</source>
        <translation>Revisjoner venter: databasen kan ikke sammenlignes før de er kjørt.</translation>
    </message>
    <message>
        <source>Alembic manages this database. Where its folder is known, Roster writes the .py twin there, first of all; without it Alembic&apos;s own commands stop once the revision is applied.</source>
        <translation>Alembic styrer denne databasen. Der mappen er kjent, skriver Roster .py-tvillingen dit, først av alt; uten den stopper Alembics egne kommandoer så snart revisjonen er kjørt.</translation>
    </message>
    <message>
        <source>Revisions are made in development, and this database is %1. &amp;Write one here all the same</source>
        <translation>Revisjoner lages under utvikling, og denne databasen er %1. &amp;Skriv en her likevel</translation>
    </message>
    <message>
        <source>Write what it does: some words, they become the file&apos;s name.</source>
        <translation>Skriv hva den gjør: noen ord, de blir navnet på filen.</translation>
    </message>
    <message>
        <source>Choose the folder that the file goes to.</source>
        <translation>Velg mappen som filen skal ligge i.</translation>
    </message>
    <message>
        <source>What is built into the program cannot be added to.</source>
        <translation>Det som er bygd inn i programmet, kan ingenting legges til.</translation>
    </message>
    <message>
        <source>Nothing can be written to %1.</source>
        <translation>Ingenting kan skrives til %1.</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>Det finnes ingen mappe %1.</translation>
    </message>
    <message>
        <source>Confirm that a revision is to be made here.</source>
        <translation>Bekreft at en revisjon skal lages her.</translation>
    </message>
</context>
<context>
    <name>roster::RevisionPlanModel</name>
    <message>
        <source>renamed %1 to %2</source>
        <translation>%1 får nytt navn: %2</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Velg …</translation>
    </message>
    <message>
        <source>No, it is new</source>
        <translation>Nei, den er ny</translation>
    </message>
    <message>
        <source>Yes, it was %1</source>
        <translation>Ja, den het %1</translation>
    </message>
    <message>
        <source>What the rows that exist get, as %1. An SQL expression stands in parentheses: (now())</source>
        <translation>Hva radene som finnes, får, som %1. Et SQL-uttrykk står i parentes: (now())</translation>
    </message>
    <message>
        <source>What rows get that hold NULL now, as %1. Left empty, such rows make the upgrade fail.</source>
        <translation>Hva rader som nå er NULL, får, som %1. Står feltet tomt, feiler oppgraderingen om det finnes slike rader.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Endring</translation>
    </message>
    <message>
        <source>Only a new name?</source>
        <translation>Bare nytt navn?</translation>
    </message>
    <message>
        <source>Rows that exist get</source>
        <translation>Rader som finnes, får</translation>
    </message>
    <message>
        <source>%1 (its values are lost)</source>
        <translation>%1 (verdiene går tapt)</translation>
    </message>
</context>
<context>
    <name>roster::RoleChoices</name>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Create it, without login</source>
        <translation>Lag den, uten innlogging</translation>
    </message>
    <message>
        <source>Leave it out: the owner gets what was its</source>
        <translation>Utelat den: eieren får det som var dens</translation>
    </message>
    <message>
        <source>Roles that are not here</source>
        <translation>Roller som ikke finnes her</translation>
    </message>
    <message>
        <source>Role in the dump</source>
        <translation>Rolle i dumpen</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Hva som skjer med den</translation>
    </message>
    <message>
        <source>&amp;Roles that are not here, all of them:</source>
        <translation>&amp;Roller som ikke finnes her, alle:</translation>
    </message>
    <message>
        <source>What becomes of %1</source>
        <translation>Hva som skjer med %1</translation>
    </message>
    <message>
        <source>Give what was its to %1</source>
        <translation>Gi det som var dens, til %1</translation>
    </message>
</context>
<context>
    <name>roster::RowHeader</name>
    <message>
        <source>Rows</source>
        <translation>Rader</translation>
    </message>
</context>
<context>
    <name>roster::ScheduleDialog</name>
    <message>
        <source>each hour</source>
        <translation>hver time</translation>
    </message>
    <message>
        <source>each day</source>
        <translation>hver dag</translation>
    </message>
    <message>
        <source>each Monday</source>
        <translation>hver mandag</translation>
    </message>
    <message>
        <source>on the first of each month</source>
        <translation>den første i hver måned</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Fjern</translation>
    </message>
    <message>
        <source>Back up %1 by the clock</source>
        <translation>Sikkerhetskopier %1 etter klokken</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Ny</translation>
    </message>
    <message>
        <source>&amp;Installed</source>
        <translation>&amp;Installert</translation>
    </message>
    <message>
        <source>In&amp;stall</source>
        <translation>In&amp;staller</translation>
    </message>
    <message>
        <source>&amp;Copy as command</source>
        <translation>&amp;Kopier som kommando</translation>
    </message>
    <message>
        <source>What will be written</source>
        <translation>Det som blir skrevet</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Når</translation>
    </message>
    <message>
        <source>&amp;When:</source>
        <translation>&amp;Når:</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Mappe:</translation>
    </message>
    <message>
        <source>Keeps:</source>
        <translation>Beholder:</translation>
    </message>
    <message>
        <source>nothing, or a program; it is started without a shell</source>
        <translation>ingenting, eller et program; det startes uten skall</translation>
    </message>
    <message>
        <source>After s&amp;uccess:</source>
        <translation>Når det &amp;lykkes:</translation>
    </message>
    <message>
        <source>After f&amp;ailure:</source>
        <translation>Når det &amp;feiler:</translation>
    </message>
    <message>
        <source>days in “last”</source>
        <translation>dager i «last»</translation>
    </message>
    <message>
        <source>days in “daily”</source>
        <translation>dager i «daily»</translation>
    </message>
    <message>
        <source>weeks in “weekly”</source>
        <translation>uker i «weekly»</translation>
    </message>
    <message>
        <source>months in “monthly”</source>
        <translation>måneder i «monthly»</translation>
    </message>
    <message>
        <source>whatever their age</source>
        <translation>uansett alder</translation>
    </message>
    <message>
        <source>Schedules that are installed</source>
        <translation>Tidsplaner som er installert</translation>
    </message>
    <message>
        <source>No backup is made by itself.</source>
        <translation>Ingen sikkerhetskopi lages av seg selv.</translation>
    </message>
    <message>
        <source>What was written</source>
        <translation>Det som ble skrevet</translation>
    </message>
    <message>
        <source>&amp;Installed (%1)</source>
        <translation>&amp;Installert (%1)</translation>
    </message>
    <message>
        <source>Name the folder by its whole path.</source>
        <translation>Oppgi hele stien til mappen.</translation>
    </message>
    <message>
        <source>A password would stand readable in the schedule: save the connection, or put the password into ~/.pgpass.</source>
        <translation>Et passord ville stå lesbart i tidsplanen: lagre tilkoblingen, eller legg passordet i ~/.pgpass.</translation>
    </message>
    <message>
        <source>Looking at what runs things by the clock here…</source>
        <translation>Ser på hva som kjører ting etter klokken her …</translation>
    </message>
    <message>
        <source>Two files for systemd, %1.service and %1.timer. It runs while you are logged in; `loginctl enable-linger` lets it run always:</source>
        <translation>To filer for systemd, %1.service og %1.timer. Det kjører mens du er innlogget; `loginctl enable-linger` lar det kjøre alltid:</translation>
    </message>
    <message>
        <source>Two lines for your crontab:</source>
        <translation>To linjer i din crontab:</translation>
    </message>
    <message>
        <source>There is neither systemd for this account nor cron on this computer. Have whatever runs things by the clock here run this:</source>
        <translation>Det er verken systemd for denne kontoen eller cron på denne datamaskinen. La det som kjører ting etter klokken her, kjøre dette:</translation>
    </message>
    <message>
        <source>%1 is installed.</source>
        <translation>%1 er installert.</translation>
    </message>
    <message>
        <source>%1 is gone. The backups it made are still there.</source>
        <translation>%1 er borte. Sikkerhetskopiene den laget, er der fortsatt.</translation>
    </message>
</context>
<context>
    <name>roster::SeedBatchList</name>
    <message>
        <source>Remove this &amp;batch…</source>
        <translation>Fjern denne &amp;kjøringen …</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>Kopier som kommando</translation>
    </message>
    <message>
        <source>Past runs</source>
        <translation>Tidligere kjøringer</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Kjøring</translation>
    </message>
    <message>
        <source>When (UTC)</source>
        <translation>Når (UTC)</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabell</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rader</translation>
    </message>
    <message>
        <source>Its rows</source>
        <translation>Radene</translation>
    </message>
    <message>
        <source>Random seed</source>
        <translation>Frø</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Av</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Valg</translation>
    </message>
    <message>
        <source>No run is recorded yet</source>
        <translation>Ingen kjøring er ført ennå</translation>
    </message>
    <message>
        <source>Each run of a seeder is listed here, with all that it takes to make its rows again, and so to take them back.</source>
        <translation>Hver kjøring av en seeder står her, med alt som trengs for å lage radene på nytt, og dermed for å ta dem tilbake.</translation>
    </message>
    <message>
        <source>Runs are not recorded in this database</source>
        <translation>Kjøringer føres ikke i denne databasen</translation>
    </message>
    <message>
        <source>A later run replaced the rows of this one.</source>
        <translation>En senere kjøring erstattet radene fra denne.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of this run were removed.</source>
        <translation>
            <numerusform>%Ln rad fra denne kjøringen ble fjernet.</numerusform>
            <numerusform>%Ln rader fra denne kjøringen ble fjernet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::SeedConfirmDialog</name>
    <message numerus="yes">
        <source>%1: %Ln row(s) go, and not all of them were made by a seeder, or somebody edited them since.</source>
        <translation>
            <numerusform>%1: %Ln rad går tapt, og den er ikke laget av en seeder, eller noen har endret den siden.</numerusform>
            <numerusform>%1: %Ln rader går tapt, og ikke alle er laget av en seeder, eller noen har endret dem siden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace rows</source>
        <translation>Erstatt rader</translation>
    </message>
    <message>
        <source>They cannot be brought back. If they may go, type the name of the database (%1) or of the table (%2):</source>
        <translation>De kan ikke hentes tilbake. Kan de gå, skriv navnet på databasen (%1) eller tabellen (%2):</translation>
    </message>
    <message>
        <source>They cannot be brought back. If they may go, type the name of the database (%1):</source>
        <translation>De kan ikke hentes tilbake. Kan de gå, skriv navnet på databasen (%1):</translation>
    </message>
    <message>
        <source>Name of the database</source>
        <translation>Navnet på databasen</translation>
    </message>
    <message>
        <source>&amp;Replace rows</source>
        <translation>&amp;Erstatt rader</translation>
    </message>
</context>
<context>
    <name>roster::SeedForm</name>
    <message>
        <source>Replace them</source>
        <translation>Erstatt dem</translation>
    </message>
    <message>
        <source>Keep them and add</source>
        <translation>Behold dem og legg til</translation>
    </message>
    <message>
        <source>Rows that are there</source>
        <translation>Rader som er der</translation>
    </message>
    <message>
        <source>Replacing begins the ids at 1 again; a failure leaves the old rows</source>
        <translation>Erstatning begynner id-ene på 1 igjen; en feil lar de gamle radene stå</translation>
    </message>
    <message>
        <source>Add what is missing</source>
        <translation>Legg til det som mangler</translation>
    </message>
    <message>
        <source>New rows</source>
        <translation>Nye rader</translation>
    </message>
    <message numerus="yes">
        <source>Begin with the %n known row(s)</source>
        <translation>
            <numerusform>Begynn med den %n faste raden</numerusform>
            <numerusform>Begynn med de %n faste radene</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows that tests rely on</source>
        <translation>Rader som tester regner med</translation>
    </message>
    <message>
        <source>Random seed</source>
        <translation>Frø</translation>
    </message>
    <message>
        <source>The same seed and number of rows give the same rows, everywhere</source>
        <translation>Samme frø og antall rader gir de samme radene, overalt</translation>
    </message>
    <message>
        <source>Rows in the end</source>
        <translation>Rader til slutt</translation>
    </message>
    <message>
        <source>Known rows</source>
        <translation>Faste rader</translation>
    </message>
</context>
<context>
    <name>roster::SeedPreviewDialog</name>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Kjør</translation>
    </message>
    <message>
        <source>Preview: %1</source>
        <translation>Forhåndsvisning: %1</translation>
    </message>
    <message>
        <source>The first %1 of %2 rows. Nothing has been written.</source>
        <translation>De første %1 av %2 rader. Ingenting er skrevet.</translation>
    </message>
    <message>
        <source>The first rows</source>
        <translation>De første radene</translation>
    </message>
    <message>
        <source>How the values spread</source>
        <translation>Hvordan verdiene fordeler seg</translation>
    </message>
    <message numerus="yes">
        <source>How the values spread, by %Ln row(s) from all over:</source>
        <translation>
            <numerusform>Hvordan verdiene fordeler seg, etter %Ln rad:</numerusform>
            <numerusform>Hvordan verdiene fordeler seg, etter %Ln rader fra alle kanter:</numerusform>
        </translation>
    </message>
    <message>
        <source>Histogram of %1</source>
        <translation>Histogram for %1</translation>
    </message>
</context>
<context>
    <name>roster::SeedProgress</name>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>Progress of seeding</source>
        <translation>Fremdrift</translation>
    </message>
    <message>
        <source>Nothing is kept of what was written so far</source>
        <translation>Ingenting av det som er skrevet, blir beholdt</translation>
    </message>
    <message>
        <source>Stopping; what was written is taken back…</source>
        <translation>Stopper; det som er skrevet, tas tilbake …</translation>
    </message>
    <message>
        <source>Waits for other work to end…</source>
        <translation>Venter på annet arbeid …</translation>
    </message>
    <message>
        <source>Begins…</source>
        <translation>Begynner …</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 av %2 rader</translation>
    </message>
    <message>
        <source>%1 rows/s</source>
        <translation>%1 rader/s</translation>
    </message>
    <message>
        <source>finishing</source>
        <translation>avslutter</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 igjen</translation>
    </message>
</context>
<context>
    <name>roster::SeederCard</name>
    <message>
        <source>All seeders</source>
        <translation>Alle seedere</translation>
    </message>
    <message>
        <source>&amp;Run all</source>
        <translation>Kjør &amp;alle</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Kjør</translation>
    </message>
    <message>
        <source>Run: %1</source>
        <translation>Kjør: %1</translation>
    </message>
    <message>
        <source>Preview…</source>
        <translation>Forhåndsvis …</translation>
    </message>
    <message>
        <source>Preview: %1</source>
        <translation>Forhåndsvis: %1</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>Prøvekjør</translation>
    </message>
    <message>
        <source>Dry run: %1</source>
        <translation>Prøvekjør: %1</translation>
    </message>
    <message>
        <source>Writes up to a thousand rows and takes them back, so that the table&apos;s checks and triggers have had their say</source>
        <translation>Skriver opptil tusen rader og tar dem tilbake, så tabellens kontroller og utløsere får sagt sitt</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>Kopier som kommando</translation>
    </message>
    <message>
        <source>Copy as command: %1</source>
        <translation>Kopier som kommando: %1</translation>
    </message>
    <message>
        <source>Create the table</source>
        <translation>Opprett tabellen</translation>
    </message>
    <message>
        <source>Create the table of: %1</source>
        <translation>Opprett tabellen til: %1</translation>
    </message>
    <message>
        <source>No seeder can run here.</source>
        <translation>Ingen seeder kan kjøre her.</translation>
    </message>
    <message>
        <source>Each with its own number of rows, as one transaction, in the order that the foreign keys ask for: %1.</source>
        <translation>Hver med sitt eget antall rader, som én transaksjon, i den rekkefølgen fremmednøklene krever: %1.</translation>
    </message>
    <message>
        <source>%1: %2 now</source>
        <translation>%1: %2 nå</translation>
    </message>
    <message>
        <source>The random seed is a whole number from 0 to 18446744073709551615.</source>
        <translation>Frøet er et helt tall fra 0 til 18446744073709551615.</translation>
    </message>
    <message>
        <source>Each with its own number of rows, as one transaction.</source>
        <translation>Hver med sitt eget antall rader, som én transaksjon.</translation>
    </message>
</context>
<context>
    <name>roster::SeedersPage</name>
    <message>
        <source>Reading what there is…</source>
        <translation>Leser det som finnes …</translation>
    </message>
    <message>
        <source>Seeders</source>
        <translation>Seedere</translation>
    </message>
    <message>
        <source>Past runs</source>
        <translation>Tidligere kjøringer</translation>
    </message>
    <message>
        <source>Read again (F5)</source>
        <translation>Les på nytt (F5)</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Les på nytt</translation>
    </message>
    <message>
        <source>Fill any other &amp;table, by what the database says of it:</source>
        <translation>Fyll en hvilken som helst annen &amp;tabell, etter det databasen sier om den:</translation>
    </message>
    <message>
        <source>Any other table</source>
        <translation>En annen tabell</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;Prøv igjen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Prøv igjen</translation>
    </message>
    <message>
        <source>Runs cannot be recorded here, so they cannot be taken back later.</source>
        <translation>Kjøringer kan ikke føres her, så de kan ikke tas tilbake senere.</translation>
    </message>
    <message>
        <source>Choose a table…</source>
        <translation>Velg en tabell …</translation>
    </message>
    <message>
        <source>Other seeding is going on.</source>
        <translation>En annen fylling pågår.</translation>
    </message>
    <message>
        <source>There was nothing to do.</source>
        <translation>Det var ingenting å gjøre.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Stoppet. Ingenting ble endret.</translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) created</source>
        <translation>
            <numerusform>%n tabell opprettet</numerusform>
            <numerusform>%n tabeller opprettet</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove batch %1</source>
        <translation>Fjern kjøring %1</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Fjern</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
</context>
<context>
    <name>roster::SetValuesDialog</name>
    <message>
        <source>Set values in %1</source>
        <translation>Sett verdier i %1</translation>
    </message>
    <message>
        <source>&amp;Column</source>
        <translation>&amp;Kolonne</translation>
    </message>
    <message>
        <source>Gets</source>
        <translation>Får</translation>
    </message>
    <message>
        <source>In</source>
        <translation>I</translation>
    </message>
    <message>
        <source>&amp;Stage</source>
        <translation>Gjør &amp;klar</translation>
    </message>
    <message>
        <source>What it gets</source>
        <translation>Hva den får</translation>
    </message>
    <message>
        <source>the value</source>
        <translation>verdien</translation>
    </message>
    <message>
        <source>the expression</source>
        <translation>uttrykket</translation>
    </message>
    <message>
        <source>Value or expression</source>
        <translation>Verdi eller uttrykk</translation>
    </message>
    <message>
        <source>What it comes to in the first rows</source>
        <translation>Hva det blir til i de første radene</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Rad</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Nå</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Blir</translation>
    </message>
    <message>
        <source>NULL</source>
        <translation>NULL</translation>
    </message>
    <message>
        <source>SQL over the columns of a row: %1 + 1</source>
        <translation>SQL over radens kolonner: %1 + 1</translation>
    </message>
    <message>
        <source>the &amp;selected rows (%1)</source>
        <translation>de &amp;valgte radene (%1)</translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>teller…</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>omtrent %1</translation>
    </message>
    <message>
        <source>&amp;all rows that match the filter (%1)</source>
        <translation>&amp;alle rader som passer filteret (%1)</translation>
    </message>
    <message>
        <source>&amp;all rows of the table (%1)</source>
        <translation>&amp;alle rader i tabellen (%1)</translation>
    </message>
    <message>
        <source>&amp;Change %1 rows now</source>
        <translation>&amp;Endre %1 rader nå</translation>
    </message>
    <message>
        <source>These are too many rows to stage: one statement changes all of them at once, in one transaction. It cannot be undone.</source>
        <translation>Dette er for mange rader å gjøre klar: én setning endrer alle på én gang, i én transaksjon. Det kan ikke angres.</translation>
    </message>
    <message>
        <source>Nothing is sent before you commit.</source>
        <translation>Ingenting sendes før du lagrer.</translation>
    </message>
    <message>
        <source>new row</source>
        <translation>ny rad</translation>
    </message>
    <message>
        <source>The server is changing the rows…</source>
        <translation>Tjeneren endrer radene…</translation>
    </message>
    <message>
        <source>Reading the rows…</source>
        <translation>Leser radene…</translation>
    </message>
</context>
<context>
    <name>roster::Sidebar</name>
    <message>
        <source>Table</source>
        <translation>Tabell</translation>
    </message>
    <message>
        <source>Partitioned table</source>
        <translation>Partisjonert tabell</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Visning</translation>
    </message>
    <message>
        <source>Materialized view</source>
        <translation>Materialisert visning</translation>
    </message>
    <message>
        <source>Foreign table</source>
        <translation>Fremmed tabell</translation>
    </message>
    <message>
        <source>Find a table</source>
        <translation>Finn en tabell</translation>
    </message>
    <message>
        <source>Schema of the other tables</source>
        <translation>Skjema for de andre tabellene</translation>
    </message>
    <message>
        <source>Which schema&apos;s tables are listed</source>
        <translation>Hvilket skjema tabellene vises fra</translation>
    </message>
    <message>
        <source>Tables and pages</source>
        <translation>Tabeller og sider</translation>
    </message>
    <message>
        <source>Connection: %1</source>
        <translation>Tilkobling: %1</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabeller</translation>
    </message>
    <message>
        <source>Other tables</source>
        <translation>Andre tabeller</translation>
    </message>
    <message>
        <source>%1 %2.%3</source>
        <translation>%1 %2.%3</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Arbeid</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobber</translation>
    </message>
    <message>
        <source>All schemas</source>
        <translation>Alle skjemaer</translation>
    </message>
    <message>
        <source>Seeders</source>
        <translation>Seedere</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagrammer</translation>
    </message>
    <message>
        <source>Migrations</source>
        <translation>Migreringer</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sikkerhetskopier</translation>
    </message>
</context>
<context>
    <name>roster::SquashDialog</name>
    <message>
        <source>Squash revisions</source>
        <translation>Samle revisjoner</translation>
    </message>
    <message>
        <source>One new revision takes the place of many. A database that has them all counts as being at it, a new one runs only the new revision. It is built and compared in databases of its own first; nothing runs here.</source>
        <translation>Én ny revisjon trer i stedet for mange. En database som har alle, regnes som å stå ved den; en ny kjører bare den nye revisjonen. Den bygges og sammenlignes først i egne databaser; ingenting kjøres her.</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Fra</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Til</translation>
    </message>
    <message>
        <source>&amp;Message</source>
        <translation>&amp;Melding</translation>
    </message>
    <message>
        <source>&amp;Preview…</source>
        <translation>Forhånds&amp;vis …</translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation>begynnelsen</translation>
    </message>
</context>
<context>
    <name>roster::StagedUndo</name>
    <message>
        <source>Undone: %1</source>
        <translation>Angret: %1</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>Gjentatt: %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Angre</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>&amp;Angre %1</translation>
    </message>
    <message>
        <source>R&amp;edo</source>
        <translation>Gj&amp;enta</translation>
    </message>
    <message>
        <source>R&amp;edo %1</source>
        <translation>Gj&amp;enta %1</translation>
    </message>
</context>
<context>
    <name>roster::StatusLine</name>
    <message>
        <source>Read-only</source>
        <translation>Skrivebeskyttet</translation>
    </message>
    <message>
        <source>How long the last statement took, waiting included</source>
        <translation>Hvor lang tid den siste setningen tok, medregnet venting</translation>
    </message>
    <message>
        <source>Show the jobs</source>
        <translation>Vis jobbene</translation>
    </message>
    <message>
        <source>Progress of the running job</source>
        <translation>Framdriften til jobben som kjører</translation>
    </message>
    <message>
        <source>Stop the running job</source>
        <translation>Stopp jobben som kjører</translation>
    </message>
    <message>
        <source>PostgreSQL %1</source>
        <translation>PostgreSQL %1</translation>
    </message>
    <message>
        <source>This server is a standby: it follows another one.</source>
        <translation>Denne tjeneren er en reserve (standby): den følger en annen.</translation>
    </message>
    <message>
        <source>default_transaction_read_only is on here.</source>
        <translation>default_transaction_read_only er slått på her.</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <translation>
            <numerusform>%1 (og %Ln til)</numerusform>
            <numerusform>%1 (og %Ln til)</numerusform>
        </translation>
    </message>
    <message>
        <source>Running: %1</source>
        <translation>Kjører: %1</translation>
    </message>
</context>
<context>
    <name>roster::TableLoader</name>
    <message>
        <source>Read rows of %1</source>
        <translation>Les rader fra %1</translation>
    </message>
    <message>
        <source>Estimate the rows of %1</source>
        <translation>Anslå radene i %1</translation>
    </message>
    <message>
        <source>Sample %1</source>
        <translation>Ta stikkprøver av %1</translation>
    </message>
    <message>
        <source>Count the rows of %1</source>
        <translation>Tell radene i %1</translation>
    </message>
    <message>
        <source>Survey %1</source>
        <translation>Kartlegg %1</translation>
    </message>
    <message>
        <source>Find the place in %1</source>
        <translation>Finn plassen i %1</translation>
    </message>
    <message>
        <source>Weigh the filter of %1</source>
        <translation>Vurder filteret for %1</translation>
    </message>
</context>
<context>
    <name>roster::TableModel</name>
    <message>
        <source>%1 is a view: read-only.</source>
        <translation>%1 er en visning: skrivebeskyttet.</translation>
    </message>
    <message>
        <source>%1 is a materialized view: read-only.</source>
        <translation>%1 er en materialisert visning: skrivebeskyttet.</translation>
    </message>
    <message>
        <source>%1 is a foreign table: read-only.</source>
        <translation>%1 er en fremmed tabell: skrivebeskyttet.</translation>
    </message>
    <message>
        <source>%1 has no primary key to tell its rows apart: read-only.</source>
        <translation>%1 har ingen primærnøkkel å skille radene med: skrivebeskyttet.</translation>
    </message>
    <message>
        <source>The server allows no changes (read-only).</source>
        <translation>Tjeneren tillater ingen endringer (skrivebeskyttet).</translation>
    </message>
    <message>
        <source>Your role may only read %1.</source>
        <translation>Rollen din kan bare lese %1.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Avbrutt.</translation>
    </message>
    <message>
        <source>Select fewer rows, commit, and go on.</source>
        <translation>Velg færre rader, lagre, og fortsett.</translation>
    </message>
    <message>
        <source>Read the rows to delete from %1</source>
        <translation>Les radene som skal slettes fra %1</translation>
    </message>
    <message numerus="yes">
        <source>Commit %n change(s) to %1</source>
        <translation>
            <numerusform>Lagre %Ln endring i %1</numerusform>
            <numerusform>Lagre %Ln endringer i %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: the table is no longer there.</source>
        <translation>%1: tabellen finnes ikke lenger.</translation>
    </message>
    <message>
        <source>Refresh once it is back; staged edits are kept until then.</source>
        <translation>Oppdater når den er tilbake. Ulagrede endringer beholdes til da.</translation>
    </message>
    <message>
        <source>Correct the WHERE condition, or refresh if the table changed.</source>
        <translation>Rett WHERE-betingelsen, eller oppdater hvis tabellen er endret.</translation>
    </message>
    <message>
        <source>The table&apos;s columns changed: refresh to see them.</source>
        <translation>Kolonnene i tabellen er endret: oppdater for å se dem.</translation>
    </message>
    <message>
        <source>Read %1.%2</source>
        <translation>Les %1.%2</translation>
    </message>
    <message>
        <source>Look at %1</source>
        <translation>Se på %1</translation>
    </message>
    <message numerus="yes">
        <source>The text is too long for the clipboard: %1 are full after %n row(s).</source>
        <translation>
            <numerusform>Teksten er for lang for utklippstavlen: %1 er fulle etter %n rad.</numerusform>
            <numerusform>Teksten er for lang for utklippstavlen: %1 er fulle etter %n rader.</numerusform>
        </translation>
    </message>
    <message>
        <source>Select fewer rows or columns, or write them to a file.</source>
        <translation>Velg færre rader eller kolonner, eller skriv dem til en fil.</translation>
    </message>
    <message>
        <source>These are too many rows: at most %1.</source>
        <translation>Dette er for mange rader: høyst %1.</translation>
    </message>
    <message>
        <source>Select fewer rows.</source>
        <translation>Velg færre rader.</translation>
    </message>
    <message>
        <source>Read rows of %1</source>
        <translation>Les rader fra %1</translation>
    </message>
    <message>
        <source>Copy rows of %1</source>
        <translation>Kopier rader fra %1</translation>
    </message>
    <message>
        <source>These are too many rows to change at once: at most %1.</source>
        <translation>Dette er for mange rader å endre på én gang: høyst %1.</translation>
    </message>
    <message>
        <source>Other edits were made while the rows were being read, so nothing was changed.</source>
        <translation>Andre endringer ble gjort mens radene ble lest, så ingenting er endret.</translation>
    </message>
    <message>
        <source>Do it once more.</source>
        <translation>Gjør det en gang til.</translation>
    </message>
    <message>
        <source>Edits of %1 are being committed.</source>
        <translation>Endringer i %1 blir lagret.</translation>
    </message>
    <message>
        <source>Wait until that is done.</source>
        <translation>Vent til det er gjort.</translation>
    </message>
    <message>
        <source>%1.%2: you may not change this column.</source>
        <translation>%1.%2: du har ikke lov til å endre denne kolonnen.</translation>
    </message>
    <message>
        <source>Select other columns.</source>
        <translation>Velg andre kolonner.</translation>
    </message>
    <message>
        <source>The values to be replaced take more than %1 of memory.</source>
        <translation>Verdiene som skal erstattes, tar mer enn %1 minne.</translation>
    </message>
    <message>
        <source>Change the selected rows of %1</source>
        <translation>Endre de valgte radene i %1</translation>
    </message>
    <message>
        <source>Find the selected edits of %1</source>
        <translation>Finn de valgte endringene i %1</translation>
    </message>
    <message>
        <source>Rows of %1 cannot be deleted now.</source>
        <translation>Rader i %1 kan ikke slettes nå.</translation>
    </message>
    <message>
        <source>%1 has no primary key, so nothing leads to a row of it.</source>
        <translation>%1 har ingen primærnøkkel, så ingenting fører til en bestemt rad.</translation>
    </message>
    <message>
        <source>Search in any column (F3): it limits the rows to those that fit.</source>
        <translation>Søk i alle kolonner (F3): det begrenser radene til dem som passer.</translation>
    </message>
    <message>
        <source>Look for “%1” in %2</source>
        <translation>Let etter «%1» i %2</translation>
    </message>
    <message>
        <source>Nothing was changed. Select other columns.</source>
        <translation>Ingenting er endret. Velg andre kolonner.</translation>
    </message>
    <message>
        <source>No rows can be added to %1.</source>
        <translation>Det kan ikke legges rader til i %1.</translation>
    </message>
    <message>
        <source>A row of %1 that is to get values back is staged to be deleted.</source>
        <translation>En rad i %1 som skal få verdier tilbake, er merket for sletting.</translation>
    </message>
    <message>
        <source>Revert that deletion, or leave the row out.</source>
        <translation>Angre den slettingen, eller la raden være ute.</translation>
    </message>
    <message>
        <source>%1 has no column %2 any more.</source>
        <translation>%1 har ikke lenger noen kolonne %2.</translation>
    </message>
    <message>
        <source>Compare once more.</source>
        <translation>Sammenlikn en gang til.</translation>
    </message>
    <message>
        <source>Leave the column out.</source>
        <translation>La kolonnen være ute.</translation>
    </message>
    <message>
        <source>Your role may not read the primary key of %1, which tells its rows apart: read-only.</source>
        <translation>Rollen din får ikke lese primærnøkkelen i %1, som skiller radene: skrivebeskyttet.</translation>
    </message>
    <message numerus="yes">
        <source>%1 has another primary key now: %n change(s) staged for its rows have no place any more.</source>
        <translation>
            <numerusform>%1 har fått en annen primærnøkkel: %n ulagret endring av radene har ingen plass lenger.</numerusform>
            <numerusform>%1 har fått en annen primærnøkkel: %n ulagrede endringer av radene har ingen plass lenger.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has no column %2 any more: %n value(s) staged for it have no place.</source>
        <translation>
            <numerusform>%1 har ikke lenger kolonnen %2: %n ulagret verdi har ingen plass.</numerusform>
            <numerusform>%1 har ikke lenger kolonnen %2: %n ulagrede verdier har ingen plass.</numerusform>
        </translation>
    </message>
    <message>
        <source>edit of %1</source>
        <translation>endring av %1</translation>
    </message>
    <message numerus="yes">
        <source>%n new row(s)</source>
        <translation>
            <numerusform>%n ny rad</numerusform>
            <numerusform>%n nye rader</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>deletion of %n row(s)</source>
        <translation>
            <numerusform>sletting av %n rad</numerusform>
            <numerusform>sletting av %n rader</numerusform>
        </translation>
    </message>
    <message>
        <source>revert</source>
        <translation>tilbakestilling</translation>
    </message>
    <message>
        <source>discard</source>
        <translation>forkasting</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) from the backup</source>
        <translation>
            <numerusform>%n rad fra sikkerhetskopien</numerusform>
            <numerusform>%n rader fra sikkerhetskopien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>edit of %n column(s)</source>
        <translation>
            <numerusform>endring av %n kolonne</numerusform>
            <numerusform>endring av %n kolonner</numerusform>
        </translation>
    </message>
    <message>
        <source>deletion</source>
        <translation>sletting</translation>
    </message>
    <message>
        <source>Take back the edits of %1</source>
        <translation>Hent tilbake endringene i %1</translation>
    </message>
    <message>
        <source>edits taken back</source>
        <translation>endringer hentet tilbake</translation>
    </message>
    <message>
        <source>Ask what became of the commit to %1</source>
        <translation>Spør hva som ble av lagringen i %1</translation>
    </message>
    <message>
        <source>The server took the commit back when the connection broke: nothing was saved.</source>
        <translation>Tjeneren tok lagringen tilbake da forbindelsen brøt: ingenting ble lagret.</translation>
    </message>
    <message>
        <source>Your edits are kept. Commit again.</source>
        <translation>Endringene dine er beholdt. Lagre på nytt.</translation>
    </message>
    <message>
        <source>The server does not know any more whether the last commit was saved.</source>
        <translation>Tjeneren vet ikke lenger om den siste lagringen gikk gjennom.</translation>
    </message>
    <message>
        <source>Your edits are kept. Compare them with the rows (F5) before you commit again.</source>
        <translation>Endringene dine er beholdt. Sammenlign dem med radene (F5) før du lagrer på nytt.</translation>
    </message>
    <message>
        <source>Somebody else deleted the row.</source>
        <translation>Noen andre slettet raden.</translation>
    </message>
    <message>
        <source>Somebody else changed it: it was %1 and is %2 now.</source>
        <translation>Noen andre endret den: den var %1 og er nå %2.</translation>
    </message>
    <message>
        <source>Somebody else changed the row since it was marked for deletion.</source>
        <translation>Noen andre endret raden etter at den ble merket for sletting.</translation>
    </message>
    <message numerus="yes">
        <source>decision about %n row(s)</source>
        <translation>
            <numerusform>avgjørelse om %n rad</numerusform>
            <numerusform>avgjørelse om %n rader</numerusform>
        </translation>
    </message>
    <message>
        <source>Row %1 of what is pasted: %2</source>
        <translation>Rad %1 av det som limes inn: %2</translation>
    </message>
    <message>
        <source>Nothing was pasted.</source>
        <translation>Ingenting ble limt inn.</translation>
    </message>
    <message>
        <source>%1 rows are pasted, and the table ends before.</source>
        <translation>%1 rader limes inn, og tabellen slutter før det.</translation>
    </message>
    <message>
        <source>Nothing was pasted. Ctrl+Shift+V adds them as new rows.</source>
        <translation>Ingenting ble limt inn. Ctrl+Shift+V legger dem til som nye rader.</translation>
    </message>
    <message>
        <source>Paste into %1</source>
        <translation>Lim inn i %1</translation>
    </message>
    <message>
        <source>paste</source>
        <translation>innliming</translation>
    </message>
    <message>
        <source>Paste fewer rows, commit, and go on.</source>
        <translation>Lim inn færre rader, lagre, og fortsett.</translation>
    </message>
    <message>
        <source>Row %1: %2</source>
        <translation>Rad %1: %2</translation>
    </message>
    <message>
        <source>New row: %1</source>
        <translation>Ny rad: %1</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Ingenting ble endret.</translation>
    </message>
    <message>
        <source>The rows of %1 are not there yet.</source>
        <translation>Radene i %1 er ikke her ennå.</translation>
    </message>
    <message>
        <source>Wait until they are shown.</source>
        <translation>Vent til de vises.</translation>
    </message>
    <message>
        <source>Change rows of %1</source>
        <translation>Endre rader i %1</translation>
    </message>
    <message>
        <source>change of %1</source>
        <translation>endring av %1</translation>
    </message>
    <message>
        <source>Read the history of %1</source>
        <translation>Les historikken til %1</translation>
    </message>
    <message>
        <source>A value of this commit was too long to be kept, so it cannot be undone.</source>
        <translation>En verdi i denne lagringen var for lang til å oppbevares, så den kan ikke angres.</translation>
    </message>
    <message>
        <source>Rows of %1 cannot be changed now.</source>
        <translation>Rader i %1 kan ikke endres nå.</translation>
    </message>
    <message>
        <source>Undo a commit to %1</source>
        <translation>Angre en lagring i %1</translation>
    </message>
    <message>
        <source>undo of a commit</source>
        <translation>angring av en lagring</translation>
    </message>
</context>
<context>
    <name>roster::TablePage</name>
    <message>
        <source>Jump to cell</source>
        <translation>Gå til cellen</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) changed</source>
        <translation>
            <numerusform>%Ln rad endret</numerusform>
            <numerusform>%Ln rader endret</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) added</source>
        <translation>
            <numerusform>%Ln rad lagt til</numerusform>
            <numerusform>%Ln rader lagt til</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) deleted</source>
        <translation>
            <numerusform>%Ln rad slettet</numerusform>
            <numerusform>%Ln rader slettet</numerusform>
        </translation>
    </message>
    <message>
        <source>Committed: %1</source>
        <translation>Lagret i databasen: %1</translation>
    </message>
    <message>
        <source>Jump to row</source>
        <translation>Gå til raden</translation>
    </message>
    <message>
        <source>Discard all</source>
        <translation>Forkast alle</translation>
    </message>
    <message numerus="yes">
        <source>Discard %n staged change(s) to %1?</source>
        <translation>
            <numerusform>Forkaste %Ln ulagret endring i %1?</numerusform>
            <numerusform>Forkaste %Ln ulagrede endringer i %1?</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Forkast</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabell</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolonner</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopier</translation>
    </message>
    <message>
        <source>Rows of %1</source>
        <translation>Rader i %1</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation>
            <numerusform>%Ln rad kopiert</numerusform>
            <numerusform>%Ln rader kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Sort &amp;ascending</source>
        <translation>&amp;Sorter stigende</translation>
    </message>
    <message>
        <source>Sort &amp;descending</source>
        <translation>Sorter s&amp;ynkende</translation>
    </message>
    <message>
        <source>&amp;Filter this column</source>
        <translation>&amp;Filtrer denne kolonnen</translation>
    </message>
    <message>
        <source>Default &amp;order</source>
        <translation>Standard &amp;rekkefølge</translation>
    </message>
    <message>
        <source>no index gives this order: slower</source>
        <translation>ingen indeks gir denne rekkefølgen: tregere</translation>
    </message>
    <message>
        <source>The server sorts all rows for this order. An index on these columns would make it quick.</source>
        <translation>Tjeneren sorterer alle radene for denne rekkefølgen. En indeks på disse kolonnene ville gjort det raskt.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Stoppet.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Prøv igjen</translation>
    </message>
    <message>
        <source>Looking for “%1” …</source>
        <translation>Leter etter «%1» …</translation>
    </message>
    <message>
        <source>Looking for “%1”, row by row: no index leads to it. Ctrl+. stops.</source>
        <translation>Leter etter «%1», rad for rad: ingen indeks fører dit. Ctrl+. stopper.</translation>
    </message>
    <message>
        <source>No row holds “%1”.</source>
        <translation>Ingen rad inneholder «%1».</translation>
    </message>
    <message>
        <source>“%1” found, beyond the last row from the other end on.</source>
        <translation>«%1» funnet, forbi siste rad og videre fra den andre enden.</translation>
    </message>
    <message>
        <source>“%1” found.</source>
        <translation>«%1» funnet.</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>No row begins with “%1” in %2.</source>
        <translation>Ingen rad begynner med «%1» i %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) from the backup are staged. Nothing is written yet.</source>
        <translation>
            <numerusform>%n rad fra sikkerhetskopien er klar som ulagret endring. Ingenting er skrevet ennå.</numerusform>
            <numerusform>%n rader fra sikkerhetskopien er klare som ulagrede endringer. Ingenting er skrevet ennå.</numerusform>
        </translation>
    </message>
    <message>
        <source>Review them, then commit or discard them as any other edit.</source>
        <translation>Se over dem, og lagre eller forkast dem som andre endringer.</translation>
    </message>
    <message>
        <source>no index serves this filter: slower</source>
        <translation>ingen indeks hjelper dette filteret: tregere</translation>
    </message>
    <message>
        <source>The server looks at row after row. An index on the columns of the condition would make it quick; for a text within values, a trigram index.</source>
        <translation>Tjeneren ser på rad etter rad. En indeks på kolonnene i betingelsen ville gjøre det raskt; for tekst inne i verdier en trigramindeks.</translation>
    </message>
    <message>
        <source>All else stays staged.</source>
        <translation>Alle andre ulagrede endringer er beholdt.</translation>
    </message>
    <message>
        <source>Copy what was staged</source>
        <translation>Kopier verdiene</translation>
    </message>
    <message>
        <source>Not shown, since your role may not read them: %1.</source>
        <translation>Ikke vist, siden rollen din ikke får lese dem: %1.</translation>
    </message>
    <message>
        <source>The table itself stays as it is. Undo (Ctrl+Z) brings the changes back until the table is closed.</source>
        <translation>Selve tabellen blir som den er. Angre (Ctrl+Z) henter endringene tilbake til tabellen lukkes.</translation>
    </message>
    <message>
        <source>They are compared with the rows as they are now, and staged again; nothing is written.</source>
        <translation>De sammenlignes med radene slik de er nå, og legges klare igjen; ingenting skrives.</translation>
    </message>
    <message>
        <source>Bring them back</source>
        <translation>Hent dem tilbake</translation>
    </message>
    <message>
        <source>These changes had been committed: nothing is left to do.</source>
        <translation>Disse endringene var lagret: det er ingenting igjen å gjøre.</translation>
    </message>
    <message numerus="yes">
        <source>%n of the rows were changed by somebody else since; the commit will say which.</source>
        <translation>
            <numerusform>%n av radene er endret av noen andre siden; lagringen sier hvilken.</numerusform>
            <numerusform>%n av radene er endret av noen andre siden; lagringen sier hvilke.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) stand in the table already.</source>
        <translation>
            <numerusform>%n endring står allerede i tabellen.</numerusform>
            <numerusform>%n endringer står allerede i tabellen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) have no place any more: their row or column is gone.</source>
        <translation>
            <numerusform>%n verdi har ikke noe sted lenger: raden eller kolonnen er borte.</numerusform>
            <numerusform>%n verdier har ikke noe sted lenger: raden eller kolonnen er borte.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are staged again.</source>
        <translation>
            <numerusform>%n endring er klar igjen.</numerusform>
            <numerusform>%n endringer er klare igjen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) to %1 were staged on %2 and not committed.</source>
        <translation>
            <numerusform>%n endring i %1 ble gjort %2 og ikke lagret.</numerusform>
            <numerusform>%n endringer i %1 ble gjort %2 og ikke lagret.</numerusform>
        </translation>
    </message>
    <message>
        <source>The table holds these values already.</source>
        <translation>Tabellen har allerede disse verdiene.</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>Avgjør …</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) edited; nothing is sent before you commit</source>
        <translation>
            <numerusform>%n rad endret; ingenting sendes før du lagrer</numerusform>
            <numerusform>%n rader endret; ingenting sendes før du lagrer</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 rows were changed</source>
        <translation>%1 rader ble endret</translation>
    </message>
    <message>
        <source>The commit itself is saved; it cannot be looked up or undone later.</source>
        <translation>Selve lagringen er gjort; den kan ikke slås opp eller angres senere.</translation>
    </message>
    <message>
        <source>Nothing is written before you commit.</source>
        <translation>Ingenting skrives før du lagrer.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are staged that undo the commit.</source>
        <translation>
            <numerusform>%n endring som angrer lagringen, er gjort klar.</numerusform>
            <numerusform>%n endringer som angrer lagringen, er gjort klare.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roster::TableTab</name>
    <message>
        <source>Opening %1…</source>
        <translation>Åpner %1…</translation>
    </message>
    <message>
        <source>Read the columns of %1</source>
        <translation>Les kolonnene i %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Prøv igjen</translation>
    </message>
</context>
<context>
    <name>roster::TableView</name>
    <message>
        <source>Rows</source>
        <translation>Rader</translation>
    </message>
</context>
<context>
    <name>roster::Theme</name>
    <message>
        <source>Development</source>
        <translation>Utvikling</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>Staging</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produksjon</translation>
    </message>
    <message>
        <source>Not marked</source>
        <translation>Ikke merket</translation>
    </message>
</context>
<context>
    <name>roster::TimestampDelegate</name>
    <message>
        <source>%1
Here: %2</source>
        <translation>%1
Her: %2</translation>
    </message>
    <message>
        <source>%1
Stored without a time zone. If it is UTC, here: %2</source>
        <translation>%1
Lagret uten tidssone. Er det UTC, blir det her: %2</translation>
    </message>
</context>
<context>
    <name>roster::Workspace</name>
    <message>
        <source>Jobs</source>
        <translation>Jobber</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;Prøv på nytt</translation>
    </message>
    <message>
        <source>Create the declared tables</source>
        <translation>Opprett de deklarerte tabellene</translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) created</source>
        <translation>
            <numerusform>%Ln tabell opprettet</numerusform>
            <numerusform>%Ln tabeller opprettet</numerusform>
        </translation>
    </message>
    <message>
        <source>Connected again</source>
        <translation>Tilkoblet igjen</translation>
    </message>
    <message>
        <source>Creating the tables…</source>
        <translation>Oppretter tabellene …</translation>
    </message>
    <message>
        <source>No tables yet</source>
        <translation>Ingen tabeller ennå</translation>
    </message>
    <message>
        <source>%1 has none of the tables that Roster looks after. Create them here; other tables of the database stay as they are.</source>
        <translation>%1 har ingen av tabellene som Roster steller med. Opprett dem her; andre tabeller i databasen forblir som de er.</translation>
    </message>
    <message>
        <source>&amp;Create the declared tables</source>
        <translation>&amp;Opprett de deklarerte tabellene</translation>
    </message>
    <message>
        <source>No page is open</source>
        <translation>Ingen side er åpen</translation>
    </message>
    <message>
        <source>Choose a table on the left, or press Ctrl+Shift+T to open the page that was closed last.</source>
        <translation>Velg en tabell til venstre, eller trykk Ctrl+Shift+T for å åpne siden som sist ble lukket.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) seeded</source>
        <translation>
            <numerusform>%Ln rad fylt inn</numerusform>
            <numerusform>%Ln rader fylt inn</numerusform>
        </translation>
    </message>
    <message>
        <source>Seeders</source>
        <translation>Seedere</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagrammer</translation>
    </message>
    <message>
        <source>Migrations</source>
        <translation>Migreringer</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sikkerhetskopier</translation>
    </message>
</context>
</TS>
