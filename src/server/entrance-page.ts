const opening =
  '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Rapporteur</title>'

/** The page for visitors who were not let in. It holds no script and no word from outside. */
export function entrancePage(asks: boolean, wasWrong = false): string {
  if (!asks) {
    return `${opening}<h1>Please come in by the front door</h1><p>This reading room lets in whoever opens the address that <code>rapporteur serve</code> printed when it started. The address works once, in one browser. If you have lost it, stop the program and start it again.</p></html>`
  }
  const complaint = wasWrong ? '<p role="alert">That is not the secret.</p>' : ""
  return `${opening}<h1>Rapporteur</h1>${complaint}<form method="post" action="/enter"><p><label>The secret of this reading room <input type="password" name="secret" autocomplete="current-password" required></label> <button>Come in</button></form></html>`
}
