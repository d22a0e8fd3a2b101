using System.Text.Json.Serialization;
using AnSinh.Contracts.Events.Areas.V1;
using AnSinh.Contracts.Events.Child.V1;
using AnSinh.Contracts.Events.Dossiers.V1;
using AnSinh.Contracts.Events.Employment.V1;
using AnSinh.Contracts.Events.Merit.V1;
using AnSinh.Contracts.Events.Payments.V1;
using AnSinh.Contracts.Events.Protection.V1;
using AnSinh.Contracts.Events.Reporting.V1;
using AnSinh.Contracts.Events.Support.V1;
using AnSinh.Contracts.Events.Surveys.V1;
using AnSinh.Contracts.Events.Training.V1;

namespace AnSinh.Contracts.Events;

/// <summary>
/// How event records stand as JSON: snake_case members, absent members left out, unknown members of a newer writer passed over.
/// Generated at compile time; every record of the contracts must be listed here (a test sees to it).
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip)]
[JsonSerializable(typeof(AreaUnitDefined))]
[JsonSerializable(typeof(AreaUnitSucceeded))]
[JsonSerializable(typeof(CircumstanceBegan))]
[JsonSerializable(typeof(CircumstanceEnded))]
[JsonSerializable(typeof(SupportBegan))]
[JsonSerializable(typeof(SupportEnded))]
[JsonSerializable(typeof(IncidentRecorded))]
[JsonSerializable(typeof(IncidentVoided))]
[JsonSerializable(typeof(AbuseCaseOpened))]
[JsonSerializable(typeof(CaseReferred))]
[JsonSerializable(typeof(CaseClosed))]
[JsonSerializable(typeof(CaseReopened))]
[JsonSerializable(typeof(DossierRegistered))]
[JsonSerializable(typeof(DossierAdvanced))]
[JsonSerializable(typeof(DossierDigitised))]
[JsonSerializable(typeof(DossierReleased))]
[JsonSerializable(typeof(CounsellingRecorded))]
[JsonSerializable(typeof(CounsellingVoided))]
[JsonSerializable(typeof(UnemploymentClaimDecided))]
[JsonSerializable(typeof(UnemploymentDecisionRevoked))]
[JsonSerializable(typeof(WorkerRegistered))]
[JsonSerializable(typeof(PersonIdentified))]
[JsonSerializable(typeof(EmployerRegistered))]
[JsonSerializable(typeof(PlacementRecorded))]
[JsonSerializable(typeof(PlacementCorrected))]
[JsonSerializable(typeof(PlacementVoided))]
[JsonSerializable(typeof(OverseasWorkerReturned))]
[JsonSerializable(typeof(RemainsReburied))]
[JsonSerializable(typeof(ReburialVoided))]
[JsonSerializable(typeof(LivingStandardsApproved))]
[JsonSerializable(typeof(EntitlementStarted))]
[JsonSerializable(typeof(EntitlementEnded))]
[JsonSerializable(typeof(PaymentsConfirmed))]
[JsonSerializable(typeof(PaymentsReversed))]
[JsonSerializable(typeof(OverpaymentAssessed))]
[JsonSerializable(typeof(OverpaymentRecovered))]
[JsonSerializable(typeof(OverpaymentWaived))]
[JsonSerializable(typeof(People.V1.PersonIdentified), TypeInfoPropertyName = "PeoplePersonIdentified")]
[JsonSerializable(typeof(PovertyListApproved))]
[JsonSerializable(typeof(EligibilityFound))]
[JsonSerializable(typeof(EligibilityLost))]
[JsonSerializable(typeof(DocumentIssued))]
[JsonSerializable(typeof(TaskAssigned))]
[JsonSerializable(typeof(TaskCompleted))]
[JsonSerializable(typeof(PetitionReceived))]
[JsonSerializable(typeof(PetitionSettled))]
[JsonSerializable(typeof(WorkRecordVoided))]
[JsonSerializable(typeof(ProcedurePublished))]
[JsonSerializable(typeof(ProcedureWithdrawn))]
[JsonSerializable(typeof(HousingCompleted))]
[JsonSerializable(typeof(HousingVoided))]
[JsonSerializable(typeof(SupportApproved))]
[JsonSerializable(typeof(SupportDelivered))]
[JsonSerializable(typeof(SupportRevoked))]
[JsonSerializable(typeof(SurveyedFigureSigned))]
[JsonSerializable(typeof(SurveyedFigureWithdrawn))]
[JsonSerializable(typeof(TraineeEnrolled))]
[JsonSerializable(typeof(EnrolmentVoided))]
[JsonSerializable(typeof(TraineeTransferred))]
[JsonSerializable(typeof(TraineeDroppedOut))]
[JsonSerializable(typeof(TraineeCompleted))]
[JsonSerializable(typeof(CertificateIssued))]
[JsonSerializable(typeof(CertificateRevoked))]
[JsonSerializable(typeof(InstitutionOpened))]
[JsonSerializable(typeof(InstitutionClosed))]
public sealed partial class EventJson : JsonSerializerContext;
