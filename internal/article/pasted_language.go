package article

import (
	"slices"
	"strings"
)

// alsoReads introduce other stories in the middle of one or below it, folded
// and in the order of the languages: English, German, French, Spanish,
// Italian, Portuguese, Dutch, Swedish, Norwegian, Danish, Finnish, Polish,
// Czech, Hungarian, Turkish, Romanian.
var alsoReads = [...]string{
	"also read", "read also", "read more", "see also", "more on this", "further reading", "related story", "related stories", "in the headlines", "in other news", "elsewhere on the site", "around the web", "from around the web", "sponsored links", "sponsored stories", "from our partners", "more for you", "for you", "you might also be interested in",
	"lesen sie auch", "lesen sie dazu auch", "lesen sie mehr", "lies auch", "lies mehr", "auch interessant", "auch spannend", "mehr zum thema", "mehr dazu", "zum thema", "passend dazu", "dazu passend", "weitere artikel", "weitere themen", "weitere meldungen", "ähnliche artikel", "meistgelesen", "meistgelesene artikel", "das könnte sie auch interessieren", "das könnte dich auch interessieren",
	"lire aussi", "à lire aussi", "à lire également", "lire également", "à lire", "voir aussi", "à voir aussi", "sur le même sujet", "sur le même thème", "articles liés", "articles similaires", "les plus lus", "le plus lu", "dans la même rubrique", "vous aimerez aussi", "à découvrir aussi",
	"lea también", "lee también", "leer también", "lea más", "lee más", "leer más", "te puede interesar", "le puede interesar", "también te puede interesar", "ver también", "noticia relacionada", "noticias relacionadas", "artículos relacionados", "lo más leído", "lo más visto", "más noticias", "más sobre",
	"leggi anche", "leggi di più", "leggi pure", "per approfondire", "approfondimenti", "approfondisci", "articoli correlati", "notizie correlate", "i più letti", "i più visti", "potrebbe interessarti", "ti potrebbe interessare", "vedi anche", "guarda anche",
	"leia também", "leia mais", "leia ainda", "veja também", "veja mais", "saiba mais", "notícias relacionadas", "relacionadas", "mais lidas", "as mais lidas", "mais notícias", "leia a seguir",
	"lees ook", "lees meer", "lees verder", "bekijk ook", "kijk ook", "meer over", "meest gelezen", "gerelateerde artikelen", "gerelateerd", "uitgelicht",
	"läs mer", "läs också", "läs även", "läs vidare", "mer om ämnet", "relaterade artiklar", "relaterat", "mest läst", "mest lästa", "missa inte",
	"les også", "les mer", "se også", "hør også", "mer om saken", "mest lest", "siste nytt", "relaterte saker", "flere saker",
	"læs også", "læs mere", "læs videre", "hør også", "mere om emnet", "mest læste", "mest læst", "seneste nyt", "relaterede artikler", "flere artikler",
	"lue myös", "lue lisää", "katso myös", "luetuimmat", "lisää aiheesta",
	"czytaj także", "czytaj też", "czytaj również", "czytaj więcej", "przeczytaj także", "przeczytaj też", "zobacz także", "zobacz też", "zobacz również", "polecamy", "najczęściej czytane", "powiązane artykuły",
	"čtěte také", "přečtěte si také", "přečtěte si", "mohlo by vás zajímat", "nejčtenější", "související články", "související",
	"olvassa el ezt is", "olvasta már", "kapcsolódó cikkek", "kapcsolódó", "legolvasottabb", "ajánljuk még",
	"ayrıca okuyun", "bunlar da ilginizi çekebilir", "ilgili haberler", "en çok okunanlar",
	"citește și", "citește mai mult", "cele mai citite", "articole similare",
}

// alsoRead reports a line that is such a label, or opens with one and names
// the story behind a stop.
func alsoRead(l, f string) bool {
	if len(l) > 400 || len(l) < 5 {
		return false
	}
	if len(f) <= 80 && slices.Contains(alsoReads[:], f) {
		return true
	}
	i := strings.IndexAny(l, ":.|")
	if j := strings.Index(l, " – "); j >= 0 && (i < 0 || j < i) {
		i = j
	}
	if i <= 0 || i > 40 {
		return false
	}
	label := strings.Trim(l[:i], " >»→▶•*-–")
	return slices.ContainsFunc(alsoReads[:], func(w string) bool { return strings.EqualFold(w, label) })
}

// summaryLabel reports the label of a box that says beforehand what the
// article will say.
func summaryLabel(f string) bool {
	switch f {
	case "synopsis", "abstract", "overview", "summary", "in summary", "ai summary", "key points", "key takeaways", "key facts", "takeaways", "highlights", "story highlights", "at a glance", "in brief", "in short", "the gist", "the brief", "the bottom line", "what you need to know", "what to know", "things to know", "what we know", "what we know so far", "why it matters", "bullet points", "quick read", "summary is ai generated newsroom reviewed",
		"das wichtigste in kürze", "das wichtigste im überblick", "das wichtigste", "auf einen blick", "in kürze", "kurz gesagt", "darum geht s", "zusammenfassung",
		"l essentiel", "en résumé", "résumé", "en bref", "ce qu il faut retenir", "à retenir",
		"lo esencial", "en resumen", "resumen", "las claves", "claves", "lo que debe saber",
		"in sintesi", "in breve", "i punti chiave", "punti chiave", "il riassunto",
		"resumo", "em resumo", "destaques", "o que você precisa saber", "pontos principais",
		"samenvatting", "in het kort", "kort", "de kern",
		"sammanfattning", "i korthet", "kortversionen", "det här vet vi",
		"kortversjonen", "oppsummert", "kort fortalt", "kort om", "hovedpunkter", "overblik", "det korte af det lange", "resumé",
		"tiivistelmä", "w skrócie", "najważniejsze informacje", "stručně", "röviden", "özet", "pe scurt":
		return true
	}
	return false
}

// pageLabel reports the buttons and labels of pages in other languages than
// English, and of forms of consent in English too.
func pageLabel(f string) bool {
	switch f {
	case "accept", "accept and continue", "accept and close", "accept cookies", "accept all cookies", "reject", "decline", "reject cookies", "manage cookies", "cookie preferences", "privacy settings", "continue without accepting", "i agree", "got it", "no thanks", "not now", "maybe later", "allow", "block",
		"akzeptieren", "alle akzeptieren", "akzeptieren und weiter", "zustimmen", "zustimmen und weiter", "einwilligen", "ablehnen", "alle ablehnen", "einstellungen", "speichern", "anhören", "vorlesen", "artikel anhören", "artikel teilen", "artikel merken", "zur merkliste", "abo", "anmelden", "suche", "menü", "navigation", "sie befinden sich hier", "hauptnavigation", "audio", "podcast",
		"accepter", "accepter et fermer", "accepter et continuer", "tout accepter", "tout refuser", "refuser", "continuer sans accepter", "paramétrer", "écouter", "écouter l article", "lecture", "abonnés", "abonné", "réservé aux abonnés", "ajouter aux favoris", "ajouter à vos favoris", "favoris", "s abonner", "je m abonne", "réagir", "réactions", "imprimer", "envoyer par mail", "offrir cet article", "votre e mail", "ok",
		"aceptar", "aceptar y continuar", "aceptar y cerrar", "aceptar todo", "aceptar todas", "rechazar", "rechazar todo", "configurar", "configuración", "escuchar", "guardar", "guardar artículo", "imprimir", "comentar", "suscríbete", "portada", "última hora", "reporta un error", "reportar un error", "enviar",
		"accetta", "accetta e continua", "accetta tutti", "accetta tutto", "rifiuta", "rifiuta tutto", "personalizza", "ascolta", "salva", "stampa", "abbonati", "abbonato", "solo per abbonati", "segnala un errore",
		"aceitar", "aceitar todos", "aceitar e continuar", "recusar", "ouvir", "salvar", "ouça", "assine", "exclusivo para assinantes", "continua após a publicidade", "continua depois da publicidade", "continue lendo", "compartilhe",
		"akkoord", "alles accepteren", "accepteren", "weigeren", "luister", "luisteren", "luister naar het artikel", "bewaar", "bewaren", "reageer", "delen via", "voor abonnees", "alleen voor abonnees", "abonnees", "artikel gaat verder onder de advertentie", "tekst gaat verder onder de foto", "lees verder onder de advertentie", "lees verder na de advertentie",
		"godkänn", "godkänn alla", "acceptera", "acceptera alla", "neka", "lyssna", "lyssna på artikeln", "spara", "spara artikel", "kommentera", "kommentarer", "för prenumeranter", "prenumerant", "endast för prenumeranter", "artikeln fortsätter efter annonsen", "artikeln fortsätter under annonsen", "fortsätt läsa", "hem", "meny", "sök", "logga in", "bli prenumerant",
		"godta alle", "godta", "avvis", "lytt", "lytt til saken", "lytt til artikkelen", "lagre", "lagre artikkel", "for abonnenter", "kun for abonnenter", "artikkelen fortsetter under annonsen", "saken fortsetter under annonsen", "saken fortsetter under bildet", "saken fortsetter etter annonsen", "forsiden", "forside", "søk", "logg inn", "bli abonnent",
		"accepter alle", "afvis alle", "kun nødvendige", "lyt", "lyt til artiklen", "gem", "gem artikel", "gem artiklen", "del artiklen", "artiklen fortsætter under annoncen", "artiklen fortsætter efter annoncen", "fortsæt læsning", "søg", "log ind", "bliv abonnent", "fejl i artiklen", "annonce",
		"jaa", "jaa artikkeli", "kuuntele", "tallenna", "kommentit", "tilaajille", "vain tilaajille", "juttu jatkuu mainoksen jälkeen", "hyväksy", "etusivu",
		"udostępnij", "skomentuj", "komentarze", "drukuj", "zapisz", "posłuchaj", "dalsza część tekstu pod wideo", "dalsza część artykułu pod materiałem wideo", "dalszy ciąg materiału pod wideo", "akceptuję", "zgadzam się", "strona główna",
		"sdílet", "diskuse", "komentáře", "vytisknout", "uložit", "poslechnout", "souhlasím", "úvod",
		"megosztás", "hozzászólások", "elfogadom", "hirdetés", "főoldal", "paylaş", "yorumlar", "yazdır", "kaydet", "kabul et", "anasayfa", "distribuie", "comentarii", "publicitate":
		return true
	}
	return false
}

// topicLabel reports the label of a row of keywords, which ends an article.
func topicLabel(f string) bool {
	switch f {
	case "tags", "topics", "keywords", "related topics", "topics in this article", "more topics",
		"themen", "schlagworte", "schlagwörter", "stichworte", "sujets", "mots clés", "thèmes", "temas", "etiquetas", "archivado en", "argomenti", "tag", "parole chiave", "tópicos", "assuntos", "onderwerpen", "trefwoorden", "ämnen", "ämnen i artikeln", "emner", "emneord", "aiheet", "avainsanat", "tagi", "témata", "štítky", "címkék", "etiketler", "etichete":
		return true
	}
	return false
}

// pollLabel reports the label of a question to the readers.
func pollLabel(f string) bool {
	switch f {
	case "poll", "reader poll", "quick poll", "quiz", "survey", "vote", "umfrage", "abstimmung", "sondage", "encuesta", "sondaggio", "partecipa al sondaggio", "enquete", "enquête", "poll van de dag", "omröstning", "avstemning", "afstemning", "kysely", "sonda", "sondaż", "anketa", "anket", "sondaj", "szavazás":
		return true
	}
	return false
}

// rates reports a question whether the reader liked the article, or a request
// to pass it on.
func rates(f string) bool {
	return containsAny(f, "did you find this article", "was this article helpful", "was this page helpful", "did you like this article", "how did you like this", "hat ihnen der artikel gefallen", "hat ihnen dieser artikel gefallen", "hat dir der artikel gefallen", "teilen sie diesen artikel", "teilen sie den artikel", "cet article vous a intéressé", "cet article vous a plu", "vous avez aimé cet article", "partagez cet article", "te ha gustado este artículo", "te ha gustado la noticia", "comparte esta noticia", "comparte este artículo", "ti è piaciuto questo articolo", "condividi questo articolo", "gostou deste artigo", "gostou desta matéria", "compartilhe esta", "compartilhe este", "vond je dit artikel", "deel dit artikel", "dela artikeln", "tyckte du om artikeln", "del artikkelen", "podobał ci się artykuł", "udostępnij artykuł")
}

// invites reports a line that invites the reader to a channel or a group of a
// messenger, or to a social network.
func invites(l, f string) bool {
	if endsSentence(l) && !strings.HasSuffix(l, "!") {
		return false
	}
	f = " " + f + " "
	return containsAny(f, " whatsapp ", " telegram ", " instagram ", " google news ", " google discover ", " facebook ", " linkedin ", " youtube ", " tiktok ", " bluesky ", " threads ", " signal ") &&
		containsAny(f, " channel ", " group ", " kanal ", " gruppe ", " canal ", " groupe ", " chaîne ", " grupo ", " comunidade ", " comunidad ", " canale ", " gruppo ", " kanaal ", " groep ", " kanalen ", " kanava ", " kanał ", " kanale ", " skupina ", " csatorna ", " follow ", " folgen ", " folge ", " suivez ", " sigue ", " siga ", " síguenos ", " segui ", " seguici ", " volg ", " följ ", " følg ", " seuraa ", " obserwuj ", " sledujte ")
}

// consents reports what a site says of the reader's data before it lets them
// in: it speaks of partners and of what is kept or read.
func consents(f string) bool {
	for _, p := range [...]string{"we value your privacy", "we care about your privacy", "your privacy matters", "your privacy is important", "this site asks for consent", "wir schätzen ihre privatsphäre", "ihre privatsphäre ist uns", "wir verwenden cookies", "valoramos tu privacidad", "valoramos su privacidad", "tu privacidad es importante", "utilizamos cookies", "usamos cookies", "nous respectons votre vie privée", "votre vie privée nous", "le respect de votre vie privée", "nous utilisons des cookies", "la tua privacy è importante", "rispettiamo la tua privacy", "utilizziamo i cookie", "usiamo i cookie", "a sua privacidade", "sua privacidade é importante", "wij gebruiken cookies", "we gebruiken cookies", "vi använder cookies", "vi bruker informasjonskapsler", "vi bruker cookies", "vi bruger cookies", "vi värnar om din integritet", "vi respekterer dit privatliv", "käytämme evästeitä", "używamy plików cookie", "szanujemy twoją prywatność", "používáme cookies"} {
		if strings.HasPrefix(f, p) {
			return true
		}
	}
	f = " " + f + " "
	return containsAny(f, " we ", " our ", " wir ", " unsere ", " unseren ", " nous ", " nos ", " nosotros ", " nuestros ", " noi ", " nostri ", " nós ", " nossos ", " wij ", " onze ", " vi ", " våra ", " våre ", " vores ", " me ", " my ") &&
		containsAny(f, " partners ", " partnern ", " partner ", " partenaires ", " socios ", " parceiros ", " partnerzy ", " kumppanimme ") &&
		containsAny(f, " cookie", " a device ", " un dispositivo", " einem gerät", " un appareil ", " un terminal ", " een apparaat ", " en enhet", " personal data ", " personenbezogene", " données personnelles", " datos personales", " dati personali", " dados pessoais", " persoonsgegevens", " personuppgifter", " personopplysninger", " personoplysninger", " evästeitä")
}
